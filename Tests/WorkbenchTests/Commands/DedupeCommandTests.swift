import Diagnostics
import Language
import Tables
import Testing
import Workbench

@Suite struct DedupeCommandTests {
  private let sales = TableVerbOracle.load("sales")

  @Test func `it says how many rows were alike`() throws {
    var lines = try Lines(sales)
    #expect(try lines.run("dedupe")["left_out"].int == 3)
    #expect(try lines.run("dedupe")["left_out"].int == 0)
  }

  @Test func `the first or the last of those alike is kept`() throws {
    let first = try Lines("\(sales)\ndedupe").study.frame.rowNumbers.array
    let last = try Lines("\(sales)\ndedupe keep=last").study.frame.rowNumbers.array
    #expect(first == Array(0..<120))
    #expect(Array(last.suffix(2)) == [120, 122])
    #expect(!last.contains(3) && !last.contains(17))
  }

  @Test func `columns of steps that don't learn count, others are refused`() throws {
    var lines = try Lines("\(sales)\nderive letter = extract(item, \"^.\")\nclip iqr price")
    #expect(lines.fault("dedupe price")?.message.contains("learns from the rows") == true)
    #expect(try lines.run("dedupe letter")["rows"].int == 2)
  }
}
