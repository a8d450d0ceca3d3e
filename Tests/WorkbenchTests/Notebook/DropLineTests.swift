import Canvas
import Testing
import Workbench

@Suite struct DropLineTests {
  private static func opened() throws -> Typist {
    var session = try Typist(["load \"penguins.csv\""])
    try session.press(.escape, .character("a"))
    return session
  }

  private func lines(_ session: Typist) -> [String] { session.state.snapshot.cells.map(\.source) }

  @Test func `dropping one column after another grows one line`() throws {
    var session = try Self.opened()
    try session.press(.character("-"), .down, .character("-"))
    #expect(lines(session) == ["load \"penguins.csv\"", "drop studyName `Sample Number`"])
    #expect(session.text.contains("dropped"))
  }

  @Test func `keeping a column takes its name out of the line, at last the line`() throws {
    var session = try Self.opened()
    try session.press(.character("-"), .down, .character("-"), .character("+"))
    #expect(lines(session).last == "drop studyName")
    try session.press(.up, .character("+"))
    #expect(lines(session) == ["load \"penguins.csv\""])
  }

  @Test func `what another line dropped is not taken back by guessing`() throws {
    var session = try Typist(["load \"penguins.csv\""])
    try session.press(.escape, .character("a"))
    for event in try session.interpreter.perform(.submit(["drop S*"])) { try session.send(event) }
    try session.press(.down, .down, .character("+"))
    #expect(lines(session).count == 2)
    #expect(session.text.contains("no line drops Species"))
  }

  @Test func `a look at a column opens in full screen and is kept by a key`() throws {
    var session = try Self.opened()
    try session.press(.down, .enter)
    #expect(session.state.context == .pager)
    #expect(session.text.contains("K keeps it"))
    try session.press(.character("K"))
    #expect(lines(session).last == "hist `Sample Number`")
    try session.press(.escape)
    #expect(session.state.context == .attributes)
  }
}
