import Diagnostics
import Language
import Tables
import Testing

/// Files that are too big to keep: made here.
@Suite struct LargeFileTests {
  private func load(_ text: String) throws -> LoadedTable {
    try CSVReader().read(Array(text.utf8), path: "large.csv")
  }

  @Test func `three thousand columns`() throws {
    let width = 3_000
    func line(_ cell: (Int) -> String) -> String {
      (0..<width).map(cell).joined(separator: ",") + "\n"
    }
    let table = try load(
      line { "c\($0)" } + (0..<4).map { row in line { "\($0 * 10 + row)" } }.joined()
    )
    #expect(table.warnings.isEmpty)
    #expect(table.frame.columnCount == width)
    #expect(table.frame.rowCount == 4)
    for place in [0, 1, 1_499, 2_999] {
      #expect(
        table.frame.columns[place].values == (0..<4).map { .integer(Int64(place * 10 + $0)) }
      )
    }
  }

  @Test func `a cell of five megabytes, plain and over many lines`() throws {
    let long = String(repeating: "lorem ipsum; ", count: 400_000)
    let lines = String(repeating: "a \"\"line\"\",\n", count: 200_000)
    let table = try load("id,t\n1,\(long)\n2,\"\(lines)\"\n3,short\n")
    #expect(table.warnings.isEmpty)
    #expect(try table.frame.column(named: "id").values == [.integer(1), .integer(2), .integer(3)])
    let texts = try table.frame.column(named: "t")
    #expect(texts.value(at: 0) == .text(long))
    #expect(texts.value(at: 1) == .text(lines.replacing("\"\"", with: "\"")))
    #expect(texts.value(at: 2) == .text("short"))
  }

  /// Looking for the end of each such cell to the end of the file would take the square of its
  /// length.
  @Test func `hundreds of thousands of stray quotes are read in one go`() throws {
    let count = 400_000
    let table = try load("t,n\n" + (0..<count).map { "\"\"z\($0),\($0)\n" }.joined())
    #expect(table.frame.rowCount == count)
    #expect(try table.frame.column(named: "t").value(at: count - 1) == .text("\"\"z\(count - 1)"))
    #expect(try table.frame.column(named: "n").value(at: count - 1) == .integer(Int64(count - 1)))
    #expect(table.warnings.count == 1)
    #expect(table.warnings.allSatisfy { $0.contains("rows 1, 2, 3, 4, 5 and 399995 more") })
  }

  @Test func `a stray quote at the start swallows nothing`() throws {
    let count = 300_000
    let table = try load("n,t\n0,\"inch\n" + (1..<count).map { "\($0),x\n" }.joined())
    #expect(table.frame.rowCount == count)
    #expect(try table.frame.column(named: "t").value(at: 0) == .text("\"inch"))
    #expect(table.warnings.count == 1)
    #expect(table.warnings.allSatisfy { $0.contains("row 1") && $0.contains("quote=none") })
  }

  @Test func `what comes late counts: kinds, widths, encodings`() throws {
    let count = 400_000
    let rows = (1...count).map { "\($0),\($0 % 7)\n" }.joined()
    let bytes = Array("n,x\n\(rows)last,0.5,caf".utf8) + [0xE9, 0x0A]
    let table = try CSVReader().read(bytes, path: "large.csv")
    #expect(table.frame.rowCount == count + 1)
    #expect(try table.frame.column(named: "n").kind == .text)
    #expect(try table.frame.column(named: "n").value(at: 0) == .text("1"))
    #expect(try table.frame.column(named: "x").value(at: count) == .number(0.5))
    let expected = [
      ["windows-1252", "line \(count + 2)"], ["'n'", "row \(count + 1)", "'last'", "number=n"],
      ["row \(count + 1)", "width=3", "'café'"],
    ]
    #expect(table.warnings.count == expected.count)
    for words in expected {
      #expect(table.warnings.contains { warning in words.allSatisfy(warning.contains) })
    }
  }

  @Test func `one long line is a row of many cells`() throws {
    let width = 200_000
    let table = try load(String(repeating: "7;", count: width - 1) + "8\n")
    #expect(table.frame.rowCount == 1)
    #expect(table.frame.columnCount == width)
    #expect(table.frame.columns.last?.value(at: 0) == .integer(8))
  }
}
