import Foundation
import Testing

/// What is opened may be anything.
struct OpeningScenarioTests {
  @Test(arguments: [
    ("samples", "directory"), ("nowhere.csv", "no file"), ("binary.csv", "binary"),
    ("empty.csv", "empty"), ("nowhere.assay", "no file"), ("samples/penguins_raw.cvs", "try:"),
  ]) func `what can't be opened is said on the screen, and the program goes on`(
    name: String,
    word: String
  ) throws {
    let desk = try Desk()
    try Data((0..<4000).map { UInt8($0 * 7 & 0xFF) }).write(
      to: URL(fileURLWithPath: desk.folder + "/binary.csv")
    )
    try desk.write("", to: "empty.csv")
    let pty = try desk.start(name)
    try pty.wait(for: word)
    pty.run("load \"samples/penguins_raw.csv\"")
    try pty.wait { $0.row(0).contains("344 × 17") }
    pty.type(Pty.control("Q"))
    pty.type("d")
    #expect(try pty.waitForEnd() == .exit(0))
  }

  @Test func `without a file it says what to type`() throws {
    let desk = try Desk()
    let pty = try desk.start()
    try pty.wait { $0.contains("load \"") && $0.contains("F1 help") }
    #expect(try pty.quit() == .exit(0))
  }

  @Test func `a session whose data are gone keeps its lines`() throws {
    let desk = try Desk()
    let text = "load \"gone.csv\"\n## Kept\ndrop a\nno verb at all\n"
    try desk.write(text, to: "old.assay")
    let pty = try desk.start("old.assay")
    try pty.wait { $0.contains("no verb 'no'") && $0.row(0).contains("old.assay saved") }
    pty.run("# and a remark")
    try pty.wait { $0.row(0).contains("old.assay • modified") }
    pty.type(Pty.control("S"))
    try pty.wait { $0.row(0).contains("old.assay saved") }
    #expect(try desk.text(of: "old.assay") == text + "# and a remark\n")
    #expect(try pty.quit() == .exit(0))
  }

  @Test func `escape sequences in cells are shown, never sent`() throws {
    let desk = try Desk()
    let evil = "\u{1B}]0;owned\u{7}\u{1B}[31m\u{9B}2Jx"
    try desk.write("a\(evil),b\n\(evil),1\n\(evil)y,2\n", to: "evil.csv")
    let pty = try desk.start("evil.csv")
    try pty.wait { $0.row(0).contains("2 × 2") }
    pty.run("head")
    pty.run("drop \(evil)")
    pty.run("describe")
    try pty.wait { $0.contains("describe") && $0.contains("distinct") }
    try pty.goToCells()
    pty.type("t")
    try pty.wait { $0.row(1).contains("evil.csv") }
    #expect(pty.screen.unknown == [])
    #expect(pty.screen.commands == [])
    #expect(!String(decoding: pty.output, as: UTF8.self).contains("\u{1B}]0;"))
    pty.type(Pty.control("Q"))
    pty.type("d")
    #expect(try pty.waitForEnd() == .exit(0))
  }

  @Test func `a path may start at the home folder`() throws {
    let desk = try Desk()
    try desk.write("a,b\n1,2\n", to: "mine.csv")
    let pty = try desk.start(environment: ["HOME": desk.folder])
    try pty.wait(for: "load \"")
    pty.run("load \"~/mine.csv\"")
    try pty.wait { $0.row(0).contains("1 × 2") }
    pty.run("save \"~/kept\"")
    try pty.wait(for: "kept.assay saved")
    #expect(try desk.text(of: "kept.assay") == "load \"~/mine.csv\"\n")
    #expect(try pty.quit() == .exit(0))
  }
}
