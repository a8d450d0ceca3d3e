import Canvas
import Language
import Tables
import Testing
import Workbench

@Suite struct TableScreenTests {
  private static let size = Size(60, 12)

  private static func table() throws -> TableScreen {
    let frame = try Frame([
      Column("n", doubles: [3, .nan, -1, 3, 0.1 + 0.2]),
      Column("level", categories: ["b", "a", nil, "a", "b"]),
      Column("free text", texts: ["x\u{1B}[31my", "", "long", nil, "z"]),
    ])
    return TableScreen(TableContent(frame, title: "t.csv"))
  }

  private func check(_ work: TableWork?, _ expected: [Int]?) { #expect(rows(work) == expected) }

  private func rows(_ work: TableWork?) -> [Int]? {
    guard case .arranged(let rows)? = work?.run().result else { return nil }
    return rows
  }

  @Test func `sorting is stable and puts missing cells last both ways`() throws {
    var table = try Self.table()
    check(table.sort(isDescending: false), [2, 4, 0, 3, 1])
    check(table.sort(isDescending: true), [0, 3, 4, 2, 1])
    table.move(columns: 1, Self.size)
    check(table.sort(isDescending: false), [3, 1, 0, 4, 2])
    check(table.unsort(), nil)
  }

  @Test func `a filter keeps or leaves out the value under the cursor and can be undone`() throws {
    var table = try Self.table()
    table.move(columns: 1, Self.size)
    let workMaybe = table.filter(isExcluded: false)
    let work = try #require(workMaybe)
    let isTaken = table.take(work.run(), Self.size)
    #expect(isTaken)
    #expect(table.rowCount == 2)
    #expect(table.filterLine == "filter level == \"b\"")
    check(table.undoFilter(), nil)
    check(table.filter(isExcluded: true), [1, 2, 3])
    #expect(table.filterLine == "filter (level != \"b\" or level is missing)")
  }

  @Test func `the filter's line keeps the same rows`() throws {
    let frame = try Self.table().content.frame
    for column in 0..<frame.columnCount {
      for row in 0..<frame.rowCount {
        for isExcluded in [true, false] {
          var table = try Self.table()
          table.go(toRow: row, column: column, Self.size)
          let shown = rows(table.filter(isExcluded: isExcluded)) ?? []
          let line = try #require(table.filterLine)
          let call = try CallParser.parse(line, signatures: FakeInterpreter.signatures).call
          let condition = try #require(call.expression)
          let mask = try frame.condition(condition)
          #expect(shown == mask.indices.filter { mask[$0] }, "\(line)")
        }
      }
    }
  }

  @Test func `a search goes on from the cell, in both directions and around the end`() throws {
    var table = try Self.table()
    table.query = "A"
    let firstMaybe = table.find(1)
    let first = try #require(firstMaybe)
    guard case .found(row: 1, column: 1) = first.run().result else {
      Issue.record("not the first level a")
      return
    }
    _ = table.take(first.run(), Self.size)
    let backMaybe = table.find(-1)
    let back = try #require(backMaybe)
    guard case .found(row: 3, column: 1) = back.run().result else {
      Issue.record("not around the end")
      return
    }
    table.query = "nowhere"
    guard case .notFound? = table.find(1)?.run().result else {
      Issue.record("found what isn't there")
      return
    }
  }

  @Test func `an answer that isn't waited for any more changes nothing`() throws {
    var table = try Self.table()
    let oldMaybe = table.filter(isExcluded: false)
    let old = try #require(oldMaybe)
    _ = table.undoFilter()
    let isTaken = table.take(old.run(), Self.size)
    #expect(isTaken)
    #expect(table.rowCount == 5)
  }

  @Test func `rows are found by their number, columns by a few letters`() throws {
    let table = try Self.table()
    #expect(table.row(numbered: 3) == 3)
    #expect(table.row(numbered: 9) == nil)
    #expect(table.column(named: "fte") == 2)
  }

  @Test func `a table of ten thousand columns moves and draws`() throws {
    let columns = (0..<10_000).map { Column("column \($0)", doubles: [Double($0), .nan]) }
    var session = Typist(FakeInterpreter(frame: try Frame(columns)))
    for event in try session.interpreter.perform(.submit(["load \"x\""])) {
      try session.send(event)
    }
    try session.press(.escape, .character("t"), .end)
    #expect(session.text.contains("column 9999"))
    try session.press(.home, .right)
    #expect(session.text.contains("column 0"))
    try session.type("c9876")
    try session.press(.enter)
    #expect(session.text.contains("column 9876"))
  }
}
