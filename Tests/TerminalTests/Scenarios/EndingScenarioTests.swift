import Foundation
import Glibc
import Testing

/// Every way out gives the terminal back and loses nothing.
struct EndingScenarioTests {
  private func changed(_ desk: Desk) throws -> Pty {
    try desk.write("load \"samples/penguins_raw.csv\"\n", to: "mine.assay")
    let pty = try desk.start("mine.assay")
    try pty.wait { $0.row(0).contains("mine.assay saved") && $0.row(0).contains("344 × 17") }
    pty.run("drop Region")
    try pty.wait { $0.row(0).contains("344 × 16") && $0.row(0).contains("modified") }
    return pty
  }

  @Test func `a dataset just looked at is left without a question`() throws {
    let desk = try Desk()
    let pty = try desk.open()
    #expect(try pty.quit() == .exit(0))
    #expect(pty.isRestored)
  }

  @Test func `leaving with unsaved work asks, and can save`() throws {
    let desk = try Desk()
    let pty = try changed(desk)
    pty.type(Pty.control("Q"))
    try pty.wait(for: "unsaved changes")
    pty.type(Pty.escape)
    try pty.wait { !$0.contains("unsaved changes") }
    pty.type(Pty.control("Q"))
    try pty.wait(for: "unsaved changes")
    pty.type("s")
    #expect(try pty.waitForEnd() == .exit(0))
    #expect(try desk.text(of: "mine.assay").hasSuffix("\ndrop Region\n"))
  }

  @Test(arguments: [SIGTERM, SIGQUIT, SIGHUP]) func `a signal saves a named session`(
    number: Int32
  ) throws {
    let desk = try Desk()
    let pty = try changed(desk)
    pty.signal(number)
    #expect(try pty.waitForEnd() == .exit(0))
    #expect(pty.isRestored)
    #expect(try desk.text(of: "mine.assay").hasSuffix("\ndrop Region\n"))
  }

  @Test func `so does a terminal that goes away`() throws {
    let desk = try Desk()
    let pty = try changed(desk)
    pty.hangUp()
    _ = try pty.waitForEnd()
    #expect(try desk.text(of: "mine.assay").hasSuffix("\ndrop Region\n"))
  }

  @Test func `Ctrl-Z gives the shell its terminal, fg brings everything back`() throws {
    let desk = try Desk()
    let shell = try Pty(
      ["/bin/bash", "--norc", "--noprofile", "-i"],
      environment: ["PS1": "ready> "],
      folder: desk.folder
    )
    try shell.wait(for: "ready>")
    shell.type("'\(Pty.buildFolder)/assay' samples/penguins_raw.csv\n")
    try shell.wait { $0.isAlternate && $0.row(0).contains("344 × 17") }
    shell.type("drop Re")
    try shell.wait(for: "drop Re")
    shell.type(Pty.control("Z"))
    try shell.wait { !$0.isAlternate && $0.contains("Stopped") }
    #expect(shell.screen.modes.isDisjoint(with: [1000, 1002, 1006]))
    shell.type("echo $((40+2))\n")
    try shell.wait(for: "42")
    shell.resize(columns: 100, rows: 30)
    shell.type("fg\n")
    try shell.wait {
      $0.isAlternate && $0.row(0).contains("344 × 17") && $0.row(28).contains("drop Re")
    }
    shell.type("gion" + Pty.enter)
    try shell.wait { $0.row(0).contains("344 × 16") }
    shell.type(Pty.control("Q"))
    shell.type("d")
    try shell.wait { !$0.isAlternate }
    shell.type("exit\n")
    #expect(try shell.waitForEnd() == .exit(0))
  }

  @Test func `a folder that can't be written to is a notice, the session stays`() throws {
    let desk = try Desk()
    let pty = try changed(desk)
    pty.run("save \"/proc/mine\"")
    try pty.wait(for: "/proc/mine.assay")
    pty.run("save \"nowhere/mine\"")
    try pty.wait(for: "no such folder")
    #expect(pty.screen.row(0).contains("mine.assay • modified"))
    pty.type(Pty.control("S"))
    try pty.wait { $0.row(0).contains("mine.assay saved") }
    #expect(try pty.quit() == .exit(0))
  }

  @Test func `another session of the name is not written over at once`() throws {
    let desk = try Desk()
    try desk.write("## Theirs\n", to: "theirs.assay")
    let pty = try changed(desk)
    pty.run("save \"theirs\"")
    try pty.wait(for: "is there already")
    #expect(try desk.text(of: "theirs.assay") == "## Theirs\n")
    pty.run("save \"theirs\"")
    try pty.wait(for: "saved theirs.assay")
    #expect(try pty.quit() == .exit(0))
  }
}
