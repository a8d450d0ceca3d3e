import Canvas
import TestSupport
import Testing
import Workbench

@Suite struct NotebookScreenTests {
  private static let lines = [
    "## Penguins", "# A walk through the data.", "load \"penguins.csv\"", "head 3",
    "hist `Body Mass (g)`", "describe Sexx",
  ]

  @Test(arguments: [Size(80, 24), Size(120, 40), Size(60, 20)])
  func `the main screens are as recorded`(size: Size) throws {
    var session = try Typist(Self.lines, size)
    try check(session, "notebook")
    try session.type("pairplot `Body")
    try session.press(.tab)
    try check(session, "completion")
    try session.press(.control("u"))
    try session.press(.escape, .up, .enter)
    try check(session, "pager")
    try session.press(.escape, .character("t"))
    try session.press(.right, .right, .character("]"), .character("+"))
    try check(session, "table")
    try session.press(.escape, .character("a"))
    try check(session, "attributes")
    try session.press(.escape, .control("p"))
    try session.type("hi")
    try check(session, "palette")
    try session.press(.escape, .character("?"))
    try check(session, "help")
    try session.press(.escape, .character("D"))
    try check(session, "session-text")
  }

  private func check(_ session: Typist, _ name: String) throws {
    let size = "\(session.size.width)x\(session.size.height)"
    let picture = Golden("\(name)-\(size)", of: "Workbench")
    #expect(picture.difference(from: session.screen.grid.description) == nil)
  }
}
