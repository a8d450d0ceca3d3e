import Canvas
import Display
import Testing
import Workbench

@Suite struct PagerTests {
  private static let size = Size(20, 5)

  private static func pager() -> Pager {
    Pager(title: "t", .text((1...30).map { "line \($0)" }.joined(separator: "\n")))
  }

  @Test func `scrolling stops at both ends`() {
    var pager = Self.pager()
    pager.scroll(y: -4, Self.size, .full)
    #expect(pager.y == 0)
    pager.scroll(y: 400, Self.size, .full)
    #expect(pager.y == 25)
    #expect(pager.position(Self.size, .full) == "rows 26–30 of 30")
  }

  @Test func `finding goes round and marks what it finds`() {
    var pager = Self.pager()
    pager.query = "LINE 12"
    let isFound = pager.find(1, includingCurrent: true, Self.size, .full)
    #expect(isFound)
    #expect(pager.y == 11)
    #expect(pager.draw(Self.size, .full)[0, 0].style == .reverse)
    pager.query = "nothing"
    let isThere = pager.find(1, includingCurrent: true, Self.size, .full)
    #expect(!isThere)
  }

  @Test func `a table too wide for the screen is panned`() {
    let columns = (0..<30).map { Scene.Table.Column("c\($0)") }
    let table = Scene.Table(columns, rows: [columns.map { Scene.Table.Entry($0.title) }])
    var pager = Pager(title: "wide", .scene(Scene([.table(table)]), warnings: []))
    for _ in 0..<60 { pager.scroll(x: 10, Self.size, .full) }
    #expect(pager.draw(Self.size, .full).description.contains("c29"))
  }
}
