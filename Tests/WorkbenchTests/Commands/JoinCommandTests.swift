import Diagnostics
import Language
import Tables
import Testing
import Workbench

@Suite struct JoinCommandTests {
  private let both =
    TableVerbOracle.load("sales") + "\n" + TableVerbOracle.load("shops", as: "shops") + "\n"
    + TableVerbOracle.load("towns", as: "towns")

  @Test func `rows with one match keep their numbers, and what is new is told`() throws {
    var lines = try Lines(both)
    let found = try lines.run("join towns on=shop=code")
    #expect(found["added"].strings == ["town"])
    #expect(found["right_only"].int == 1)
    #expect(found["matched"].int == found["rows"].int)
    let numbers = lines.study.frame.rowNumbers.array
    #expect(numbers == numbers.sorted() && numbers.allSatisfy { (0..<123).contains($0) })
    #expect(lines.warnings.isEmpty)
  }

  @Test func `a key that comes more than once makes more rows, and that is said`() throws {
    var lines = try Lines(both)
    let found = try lines.run("join shops on=shop=code kind=left")
    #expect((found["rows"].int ?? 0) > 123)
    #expect(lines.warnings.contains { $0.contains("123 rows have become") })
    #expect(lines.study.frame.hasColumn(named: "shops.price"))
  }

  @Test func `a pair's number depends on no order`() throws {
    func rows(_ line: String) throws -> Set<String> {
      let frame = try Lines("\(both)\n\(line)\njoin shops on=shop=code kind=full").study.frame
      return Set((0..<frame.rowCount).map { "\(frame.rowNumbers[$0]) \(frame.row(at: $0))" })
    }
    #expect(try rows("sort price") == rows("sort -day units"))
  }

  @Test func `a missing key matches nothing, not even another one`() throws {
    let frame = try Lines("\(both)\njoin shops on=shop=code kind=left").study.frame
    let shops = try frame.column(named: "shop")
    let towns = try frame.column(named: "town")
    #expect(shops.missingCount > 0)
    for row in 0..<frame.rowCount where shops.isMissing(at: row) {
      #expect(towns.isMissing(at: row))
    }
  }

  @Test func `tables, keys and kinds that don't fit are named`() throws {
    let lines = try Lines(both)
    #expect(lines.fault("join shop on=shop=code")?.hint == "shops")
    #expect(lines.fault("join shops on=shop")?.message.contains("no column 'shop'") == true)
    let kinds = try #require(lines.fault("join shops on=units=code"))
    #expect(kinds.message.contains("'units' is a number, 'code' of 'shops' is text"))
    #expect(kinds.hint == "type text units")
    #expect(lines.fault("join shops")?.message.contains("needs on=KEY") == true)
    let none = try Lines(TableVerbOracle.load("sales"))
    #expect(none.fault("join shops on=shop=code")?.hint == "load \"shops.csv\" as=shops")
  }

  @Test func `several keys are one`() throws {
    var lines = try Lines(both + "\n" + TableVerbOracle.load("sales", as: "again"))
    try lines.run("dedupe")
    let found = try lines.run("join again on=shop,day,item,units,price kind=semi")
    // Rows that lack a part of the key match nothing.
    let whole = lines.study.frame.columns.allSatisfy { $0.missingCount == 0 }
    #expect(whole && (found["rows"].int ?? 0) > 90)
  }
}
