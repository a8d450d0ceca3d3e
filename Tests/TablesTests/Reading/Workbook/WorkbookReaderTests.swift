import Diagnostics
import Language
import Tables
import Testing

@Suite struct WorkbookReaderTests {
  @Test func `the first visible sheet is what pandas reads`() throws {
    let table = try SourcesOracle.load("book.xlsx")
    #expect(SourcesOracle.difference(table.frame, from: "book.xlsx") == nil)
    #expect(
      table.warnings == [
        "the rows are those of the sheet 'Sales'; there are also 'Hidden', 'Second sheet' "
          + "(table=\"Hidden\")",
        "row 3: errors such as #N/A, taken as missing",
      ]
    )
  }

  @Test func `a table is found wherever in the sheet it stands`() throws {
    let table = try SourcesOracle.load("book.xlsx") { $0.table = "Second sheet" }
    #expect(table.frame.names == ["key", "value"])
    #expect(
      try table.frame.column(named: "value").values == [.integer(1), .integer(2), .integer(3)]
    )
    #expect(try table.frame.column(named: "key").missingCount == 1)
    #expect(
      table.warnings == [
        "the table begins at C4: what is empty before it is left out",
        "merged cells C6:C7: the value stands in the first cell of each, the others are missing",
      ]
    )
  }

  @Test func `days may be counted from 1904`() throws {
    let table = try SourcesOracle.load("mac.xlsx")
    #expect(SourcesOracle.difference(table.frame, from: "mac.xlsx") == nil)
  }

  @Test func `a sheet that isn't there, and an option that has no use`() {
    let fault = #expect(throws: Diagnostic.self) {
      try SourcesOracle.load("book.xlsx") { $0.table = "Sale" }
    }
    #expect(fault?.hint == #"table="Sales""#)
  }

  @Test func `without a header the first row is a row`() throws {
    let table = try SourcesOracle.load("book.xlsx") {
      $0.table = "Second sheet"
      $0.header = false
    }
    #expect(table.frame.names == ["column_1", "column_2"])
    #expect(table.frame.rowCount == 4)
  }

  @Test func `what unpacks to too much is refused`() throws {
    var reader = WorkbookReader(ReadingOptions())
    reader.partLimit = 1_000
    let source = try FileSource.source(at: "\(SourcesOracle.folder)/book.xlsx")
    let fault = #expect(throws: Diagnostic.self) { try reader.read(source, ReadingContext()) }
    #expect(fault?.message.contains("to more than") == true)
  }

  @Test(
    arguments: [
      ("bomb.xlsx", "a document type, expected none, in 'xl/worksheets/sheet1.xml' at byte 21"),
      ("unclosed.xlsx", "mismatched tag, in 'xl/worksheets/sheet1.xml' at byte 30"),
      ("sum.xlsx", "a wrong check sum in 'xl/worksheets/sheet1.xml'"),
      ("method.xlsx", "packs 'xl/worksheets/sheet1.xml' by method 12, expected deflate"),
    ]
  )
  func `a broken part is named with what is wrong`(_ file: String, _ complaint: String) {
    let fault = #expect(throws: Diagnostic.self) { try SourcesOracle.load(file) }
    #expect(fault?.message.hasSuffix(complaint) == true, "\(fault?.message ?? "")")
  }

  @Test func `a cut off zip file says that its directory is gone`() throws {
    let bytes = try FileSource.source(at: "\(SourcesOracle.folder)/mac.xlsx").allBytes().bytes
    let fault = #expect(throws: Diagnostic.self) {
      try SourcesOracle.read(MemorySource(name: "x.xlsx", bytes: Array(bytes.dropLast(30))))
    }
    #expect(
      fault?.message == "'x.xlsx' is cut off, or no zip file: it has no directory at its end"
    )
  }

  @Test func `damaged files are errors and no traps`() throws {
    let bytes = try FileSource.source(at: "\(SourcesOracle.folder)/book.xlsx").allBytes().bytes
    for count in stride(from: 4, to: bytes.count, by: 97) {
      #expect(throws: Diagnostic.self) {
        try SourcesOracle.read(MemorySource(name: "x.xlsx", bytes: Array(bytes[..<count])))
      }
    }
    // A byte turned over somewhere is read as something or refused.
    for place in stride(from: 0, to: bytes.count, by: 61) {
      var broken = bytes
      broken[place] ^= 0x55
      _ = try? SourcesOracle.read(MemorySource(name: "x.xlsx", bytes: broken))
    }
  }
}
