import Diagnostics
import Language
import Tables
import Testing
import Workbench

@Suite struct SortCommandTests {
  private let sales = TableVerbOracle.load("sales")

  @Test func `rows keep their numbers, and the line says by what`() throws {
    var lines = try Lines(sales)
    let found = try lines.run("sort -units (length(item))")
    #expect(found["by"].strings == ["units", "length(item)"])
    #expect(Set(lines.study.frame.rowNumbers.array) == Set(0..<lines.study.frame.rowCount))
    let units = try lines.study.frame.column(named: "units").values.compactMap(\.double)
    #expect(units == units.sorted(by: >))
  }

  @Test func `descending turns every key round`() throws {
    let one = try Lines("\(sales)\nsort units -price descending=yes").study.frame
    let other = try Lines("\(sales)\nsort -units price").study.frame
    #expect(one == other)
  }

  @Test func `whole numbers that doubles can't tell apart are in order`() throws {
    let folder = try TemporaryFolder()
    let ids = [9_007_199_254_740_993, 9_007_199_254_740_992, -9_007_199_254_740_993, 5]
    let file = try folder.file("ids.csv", "id,x\n" + ids.map { "\($0),1\n" }.joined())
    let sorted = try Lines("load \"\(file)\"\nsort id").study.frame.column(named: "id").values
    #expect(sorted == ids.sorted().map { .integer(Int64($0)) })
    let turned = try Lines("load \"\(file)\"\nsort -id").study.frame.column(named: "id").values
    #expect(turned == sorted.reversed())
  }

  @Test func `a division by zero in a key is counted`() throws {
    var lines = try Lines(sales)
    try lines.run("sort (1 / units)")
    #expect(lines.warnings.contains { $0.contains("by zero gave missing") })
  }

  @Test func `a kind is no key`() throws {
    #expect(try Lines(sales).fault("sort :number")?.message.contains("sort can't") == false)
    #expect(try Lines(sales).fault("sort :number")?.message.contains("needs a column") == true)
  }
}
