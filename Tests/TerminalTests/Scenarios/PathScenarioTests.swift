import Foundation
import Testing

/// The main path by keys alone, in a real terminal.
struct PathScenarioTests {
  @Test func `from a sample to an exported pipeline, and back again with nothing lost`() throws {
    let desk = try Desk()
    let first = try desk.open()
    try first.goToCells()
    try lookAtEachAttribute(first)
    try dropTwo(first)
    try prepare(first)
    try trainWhileScrolling(first)
    first.run("choose best")
    try first.wait { $0.row(0).contains("chosen") }
    first.run("export spec \"penguins.pipeline.json\"")
    try first.wait { $0.contains("wrote") || $0.contains("penguins.pipeline.json") }
    try first.wait("the end of the export") { !$0.contains("running…") }
    #expect(try desk.text(of: "penguins.pipeline.json").contains("\"format\""))
    let status = first.screen.row(0).replacing("not saved", with: "")

    first.type(Pty.control("S"))
    try first.wait(for: "save as")
    first.type(Pty.control("U") + "mine" + Pty.enter)
    try first.wait(for: "saved mine.assay")
    #expect(try first.quit() == .exit(0))
    #expect(first.isRestored)
    #expect(first.screen.unknown == [])

    let text = try desk.text(of: "mine.assay")
    let second = try desk.start("mine.assay")
    try second.wait("the same study", seconds: 20) {
      $0.row(0).contains("mine.assay saved") && $0.row(0).contains("chosen")
    }
    #expect(second.screen.row(0).hasPrefix(status.prefix(40)))
    second.run("save \"again\"")
    try second.wait(for: "saved again.assay")
    #expect(try desk.text(of: "again.assay") == text)
    #expect(try second.quit() == .exit(0))
  }

  private func lookAtEachAttribute(_ pty: Pty) throws {
    pty.type("a")
    try pty.wait { $0.row(3).hasPrefix("▸ studyName") && $0.row(19).contains("Comments") }
    let names = (3..<20).map { String(pty.screen.row($0).dropFirst(2).prefix(10)) }
    for name in names {
      pty.type(Pty.enter)
      try pty.wait("a look at \(name)") {
        $0.row(1).contains(name.split(separator: " ").first ?? "") && $0.contains("K keeps it")
      }
      pty.type("q")
      try pty.wait(for: "› attributes ›")
      pty.type("j")
    }
  }

  private func dropTwo(_ pty: Pty) throws {
    pty.type("gg")
    try pty.wait { $0.row(3).hasPrefix("▸ studyName") }
    pty.type("-")
    try pty.wait { $0.row(3).hasSuffix("dropped") && $0.row(0).contains("344 × 16") }
    pty.type("j-")
    try pty.wait { $0.row(4).hasSuffix("dropped") && $0.row(0).contains("344 × 15") }
    pty.type("q:")
    try pty.wait { $0.contains("2 drop studyName `Sample Number`") }
  }

  private func prepare(_ pty: Pty) throws {
    for line in [
      "keep Species Sex Island \"gone\"", "keep Species Sex Island :number",
      "impute median :number", "impute mode Sex", "target Species", "split 60/20/20",
      "scale standard :number", "encode onehot Sex Island",
    ] {
      pty.run(line)
      try pty.wait("\(line)") { $0.contains(String(line.prefix(60))) && !$0.contains("running…") }
    }
    try pty.wait { $0.row(0).contains("target Species") && $0.row(0).contains("60/20/20") }
  }

  private func trainWhileScrolling(_ pty: Pty) throws {
    pty.run("train baseline tree forest")
    try pty.goToCells()
    for key in ["gg", "G", "k", "k", Pty.control("U"), "j", "G"] { pty.type(key) }
    pty.type(":")
    try pty.wait("three models", seconds: 20) { $0.contains("forest") && $0.contains("log_loss") }
    pty.run("compare")
    try pty.wait(for: "compare")
  }

  @Test func `undo, redo, an edited line and a removed one`() throws {
    let desk = try Desk()
    let pty = try desk.open()
    for line in ["drop Region", "drop Stage", "freq Island"] { pty.run(line) }
    try pty.wait { $0.row(0).contains("344 × 15") && $0.contains("Biscoe") }
    try pty.goToCells()
    pty.type("uu")
    try pty.wait { $0.row(0).contains("344 × 16") && !$0.contains("Biscoe") }
    pty.type(Pty.control("R") + Pty.control("R"))
    try pty.wait { $0.row(0).contains("344 × 15") && $0.contains("Biscoe") }
    // The first line's neighbour is edited, and what follows is replayed.
    pty.type("ggj")
    pty.type("e")
    try pty.wait(for: "editing line 2")
    pty.type(" Comments" + Pty.enter)
    try pty.wait { $0.row(0).contains("344 × 14") && $0.contains("2 drop Region Comments") }
    try pty.goToCells()
    pty.type("G")
    try pty.wait(for: "Biscoe")
    pty.type("ggjdd")
    try pty.wait { $0.row(0).contains("344 × 16") && $0.contains("removed line 2") }
    pty.type("u")
    try pty.wait { $0.row(0).contains("344 × 14") }
    pty.type(Pty.control("Q"))
    try pty.wait(for: "unsaved changes")
    pty.type("d")
    #expect(try pty.waitForEnd() == .exit(0))
  }

  @Test func `a wrong line shows its place, and its mending is one key away`() throws {
    let desk = try Desk()
    let pty = try desk.open()
    pty.run("drop Regoin")
    try pty.wait { $0.contains("no column 'Regoin'") && $0.contains("^~~~~~") }
    try pty.wait(for: "try: Region")
    pty.type(Pty.tab)
    try pty.wait { $0.row($0.rows - 2).contains("drop Region") }
    pty.type(Pty.enter)
    try pty.wait { $0.row(0).contains("344 × 16") && !$0.contains("Regoin") }
    pty.type(Pty.control("Q"))
    pty.type("d")
    #expect(try pty.waitForEnd() == .exit(0))
  }

  @Test func `a line that must come first is put there, and the line itself is due again`() throws {
    let desk = try Desk()
    let pty = try desk.open("ohio_houses.csv")
    for line in ["target price", "split 60/20/20", "train linear"] { pty.run(line) }
    try pty.wait(for: "try: drop :datetime")
    pty.type(Pty.tab)
    try pty.wait { $0.row($0.rows - 2).contains("> drop :datetime") }
    pty.type(Pty.enter)
    try pty.wait { $0.contains("took away sale_date") && $0.row($0.rows - 2) == "> train linear" }
    pty.type(Pty.control("U") + Pty.control("Q"))
    pty.type("d")
    #expect(try pty.waitForEnd() == .exit(0))
  }
}
