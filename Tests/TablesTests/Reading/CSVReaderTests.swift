import Diagnostics
import Language
import Tables
import Testing

@Suite struct CSVReaderTests {
  private func load(
    _ text: String,
    _ options: ReadingOptions = ReadingOptions()
  ) throws -> LoadedTable {
    try CSVReader(options).read(Array(text.utf8), path: "data.csv")
  }

  private func values(_ text: String, _ name: String) throws -> [Value] {
    try load(text).frame.column(named: name).values
  }

  private func fault(_ text: String, _ options: ReadingOptions = ReadingOptions()) -> Diagnostic? {
    do throws(Diagnostic) {
      _ = try CSVReader(options).read(Array(text.utf8), path: "data.csv")
      return nil
    } catch {
      return error
    }
  }

  @Test func `marks have to differ`() {
    var same = ReadingOptions(delimiter: ";")
    same.comment = .mark(";")
    #expect(
      fault("a;b\n1;2\n", same)?.message
        == "delimiter= and comment= are both ';', expected two marks"
    )
    let quote = fault("a,b\n1,2\n", ReadingOptions(delimiter: "\""))
    #expect(quote?.message.contains("quote=none") == true)
  }

  @Test func `quotes hold delimiters, line ends and doubled quotes`() throws {
    let table = try load("a,b\n\"x,1\",\"two\nlines\"\n\"say \"\"hi\"\"\",plain\n")
    #expect(try table.frame.column(named: "a").values == [.text("x,1"), .text("say \"hi\"")])
    #expect(try table.frame.column(named: "b").values == [.text("two\nlines"), .text("plain")])
    #expect(table.warnings.isEmpty)
  }

  @Test func `line ends may be LF, CRLF or CR, and the last one may be absent`() throws {
    for end in ["\n", "\r\n", "\r"] {
      let table = try load(["a,b", "1,x", "2,y"].joined(separator: end))
      #expect(table.frame.names == ["a", "b"])
      #expect(try table.frame.column(named: "a").values == [.integer(1), .integer(2)])
      #expect(try table.frame.column(named: "b").values == [.text("x"), .text("y")])
    }
  }

  @Test func `a byte order mark is no part of the first name`() throws {
    #expect(try load("\u{FEFF}age,b\n1,2\n").frame.names == ["age", "b"])
  }

  @Test(arguments: [",", ";", "\t", "|"])
  func `the delimiter is found`(delimiter: String) throws {
    let text = ["name;x", "a b, c|d", "1"].joined(separator: "")
    let quoted = "\"" + text + "\""
    let table = try load(
      ["n", "v", "w"].joined(separator: delimiter) + "\n"
        + [quoted, "1", "2"].joined(separator: delimiter) + "\n"
    )
    #expect(table.dialect?.delimiter == delimiter.unicodeScalars.first)
    #expect(table.frame.columnCount == 3)
  }

  @Test func `one column needs no delimiter`() throws {
    let table = try load("price\n1\n2\n3\n")
    #expect(table.frame.names == ["price"])
    #expect(table.frame.rowCount == 3)
  }

  @Test func `a kind comes from the whole column`() throws {
    let rows = (1...2_000).map(String.init).joined(separator: "\n")
    #expect(
      try load("a,b\n" + rows.replacing("\n", with: ",1\n") + ",1\n0.5,1\n").frame
        .column(named: "a").value(at: 2_000) == .number(0.5)
    )
    let last = try load("a,b\n" + rows.replacing("\n", with: ",1\n") + ",1\nnone here,1\n")
    #expect(try last.frame.column(named: "a").kind == .text)
    #expect(last.warnings.count == 1)
    #expect(last.warnings[0].contains("first 'none here' in row 2001"))
  }

  @Test func `leading zeros and long digits stay text`() throws {
    #expect(try values("zip,n\n01234,1\n98765,2\n", "zip") == [.text("01234"), .text("98765")])
    #expect(
      try values("id,n\n12345678901234567890,1\n5,2\n", "id")
        == [.text("12345678901234567890"), .text("5")]
    )
    #expect(
      try values("id,n\n9007199254740993,1\n-9223372036854775808,2\n", "id")
        == [.integer(9_007_199_254_740_993), .integer(.min)]
    )
  }

  @Test func `numbers are read as they are spelled and rounded rightly`() throws {
    #expect(
      try values("x,y\n1e3,a\n.5,a\n5.,a\n-2.5E-3,a\n+4.25,a\n", "x")
        == [.number(1000), .number(0.5), .number(5), .number(-0.0025), .number(4.25)]
    )
    let hard = [
      "0.1", "123456789012345678", "9007199254740993.0", "1.7976931348623157e308", "5e-324",
      "2.2250738585072011e-308", "0.30000000000000004", "8.41e21", "1e23",
      "100000000000000016777215.0",
    ]
    let read = try values("x,y\n" + hard.map { $0 + ",a\n" }.joined(), "x")
    #expect(read == hard.map { .number(Double($0) ?? .nan) })
  }

  @Test func `a number beyond all doubles is text`() throws {
    #expect(try load("x,y\n1e999,1\n2,1\n").frame.column(named: "x").kind == .text)
  }

  @Test(arguments: CellText.missingSpellings + ["", "  "])
  func `missing is spelled in known ways`(spelling: String) throws {
    let column = try load("x,y\n1,a\n\(spelling),a\n3,a\n").frame.column(named: "x")
    #expect(column.values == [.integer(1), .missing, .integer(3)])
    #expect(column.unreadable.isEmpty)
  }

  @Test func `unknown is a level and not missing`() throws {
    let column = try load("x,y\nunknown,1\na,1\nunknown,1\na,1\n?,1\n?,1\n-,1\n-,1\n").frame
      .column(named: "x")
    #expect(column.missingCount == 0)
    #expect(column.categories.levels == ["-", "?", "a", "unknown"])
  }

  @Test func `a quoted empty cell is the empty text, beside numbers it is missing`() throws {
    let table = try load("t,n\n\"\",\"\"\n,\"5\"\n\"NA\",6\n")
    #expect(try table.frame.column(named: "t").values == [.text(""), .missing, .text("NA")])
    #expect(try table.frame.column(named: "n").values == [.missing, .integer(5), .integer(6)])
  }

  @Test func `booleans are true and false alone`() throws {
    let frame = try load("a,b\nTrue,Yes\nFALSE,No\n,Yes\ntrue,No\n").frame
    #expect(
      try frame.column(named: "a").values
        == [.boolean(true), .boolean(false), .missing, .boolean(true)]
    )
    #expect(try frame.column(named: "b").kind == .category)
  }

  @Test func `dates are ISO 8601, with slashes too`() throws {
    let frame = try load(
      "a,b,c\n2024-01-31,2012/01/01,2024-01-31T05:06:07Z\n,2012/02/30,2024-01-31 00:00\n"
    )
    .frame
    #expect(try frame.column(named: "a").value(at: 0).plainText == "2024-01-31")
    #expect(try frame.column(named: "b").kind == .text)
    #expect(try frame.column(named: "c").value(at: 0).plainText == "2024-01-31T05:06:07Z")
  }

  @Test func `category or text is one rule`() throws {
    func kind(distinct: Int, rows: Int) throws -> ColumnKind {
      let lines = (0..<rows).map { "v\($0 % distinct),1\n" }.joined()
      return try load("x,y\n" + lines).frame.column(named: "x").kind
    }
    #expect(try kind(distinct: 5, rows: 10) == .category)
    #expect(try kind(distinct: 5, rows: 9) == .text)
    #expect(try kind(distinct: 1_000, rows: 2_000) == .category)
    #expect(try kind(distinct: 1_001, rows: 5_000) == .text)
  }

  @Test func `a column without values is text`() throws {
    let column = try load("x,y\n,1\nNA,2\n").frame.column(named: "x")
    #expect(column.kind == .text)
    #expect(column.missingCount == 2)
  }

  @Test func `ragged rows are kept and named`() throws {
    let table = try load("a,b,c\n1,2,3\n4,5\n6,7,8,9\n10,11,12\n")
    #expect(
      try table.frame.column(named: "c").values == [
        .integer(3), .missing, .integer(8), .integer(12),
      ]
    )
    #expect(
      table.warnings == [
        "row 2: fewer than 3 cells, the last ones taken as missing",
        "row 3: more than 3 cells, the rest left out, first '9' (width=4 keeps all)",
      ]
    )
  }

  @Test func `rows with one cell more than the header have row names`() throws {
    let table = try load("a,b\nr1,1,2\nr2,3,4\n")
    #expect(table.frame.names == ["column_1", "a", "b"])
    #expect(try table.frame.column(named: "b").values == [.integer(2), .integer(4)])
    #expect(!table.warnings.isEmpty)
  }

  @Test func `a delimiter at the end of every row makes no column`() throws {
    let table = try load("a,b\n1,2,\n3,4,\n")
    #expect(table.frame.names == ["a", "b"])
    #expect(try table.frame.column(named: "a").values == [.integer(1), .integer(3)])
  }

  @Test func `names that are empty or stand twice are repaired`() throws {
    let table = try load("x,,x,x_2\n1,2,3,4\n")
    #expect(table.frame.names == ["x", "column_2", "x_3", "x_2"])
    #expect(table.warnings.count == 2)
  }

  @Test func `a first line of values is a row`() throws {
    let table = try load("1,2\n3,4\n")
    #expect(table.frame.names == ["column_1", "column_2"])
    #expect(table.frame.rowCount == 2)
    #expect(table.dialect?.header == false)
    #expect(table.warnings.count == 1)
    #expect(try load("1,2\n3,4\n", ReadingOptions(header: true)).frame.names == ["1", "2"])
  }

  @Test func `blank lines are no rows`() throws {
    #expect(try load("a,b\n\n1,2\n\n\n3,4\n\n").frame.rowCount == 2)
  }

  @Test func `a quote that is never closed is warned of`() throws {
    let table = try load("a,b\n1,x\n2,\"y\n3,z\n")
    #expect(table.frame.rowCount == 3)
    #expect(table.warnings.contains { $0.hasPrefix("row 2: a quote that is never closed") })
    let plain = try load("a,b\n1,x\n2,\"y\n3,z\n", ReadingOptions(quote: .absent))
    #expect(try plain.frame.column(named: "b").values == [.text("x"), .text("\"y"), .text("z")])
  }

  @Test func `a quote that closes nothing is a letter`() throws {
    let table = try load("a,b\n\"x\"y,1\n5\" pipe,2\n\"in\"ner\",3\n")
    #expect(
      try table.frame.column(named: "a").values
        == [.text("\"x\"y"), .text("5\" pipe"), .text("in\"ner")]
    )
    #expect(table.warnings.count == 2)
    #expect(table.warnings[0].hasPrefix("row 3: quotes inside quoted cells"))
    #expect(table.warnings[1].hasPrefix("row 1: a quote that is never closed"))
  }

  @Test func `a combining mark joins no delimiter`() throws {
    let table = try load("a,b\nx,\u{301}y\n1,2\n", ReadingOptions(header: true))
    #expect(try table.frame.column(named: "b").value(at: 0) == .text("\u{301}y"))
  }

  @Test func `texts that look alike but differ in scalars are two levels`() throws {
    let column = try load("a,b\né,1\ne\u{301},2\né,3\ne\u{301},4\n").frame.column(named: "a")
    #expect(column.categories.levels.count == 2)
  }

  @Test func `windows-1252 is read with a warning, UTF-16 by its mark`() throws {
    let latin = try CSVReader().read(
      Array("a,b\n".utf8) + [0x63, 0x61, 0x66, 0xE9, 0x80] + Array(",1\n".utf8),
      path: "x.csv"
    )
    #expect(latin.dialect?.encoding == .windows1252)
    #expect(try latin.frame.column(named: "a").value(at: 0) == .text("café€"))
    #expect(latin.warnings[0].contains("line 2"))
    let wide = "a,b\né😀,1\n".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    let table = try CSVReader().read([0xFF, 0xFE] + wide, path: "x.csv")
    #expect(table.dialect?.encoding == .utf16LittleEndian)
    #expect(try table.frame.column(named: "a").value(at: 0) == .text("é😀"))
    let told = try CSVReader(ReadingOptions(encoding: .utf8)).read(
      Array("a,b\nx".utf8) + [0xFF] + Array(",1\n".utf8),
      path: "x.csv"
    )
    #expect(try told.frame.column(named: "a").value(at: 0) == .text("x\u{FFFD}"))
    #expect(told.warnings.count == 1)
  }

  @Test func `nothing to read is said`() {
    #expect(fault("")?.message == "'data.csv' is empty, expected a header and rows")
    #expect(fault("\n\n")?.message == "'data.csv' is empty, expected a header and rows")
    #expect(fault("a,b\n")?.message == "'data.csv' has a header (2 columns) but no rows")
    #expect(
      fault("a\u{0}b\n")?.message == "'data.csv' is a binary file, expected text"
    )
    #expect(fault("PAR1....")?.message.contains("a Parquet file") == true)
  }

  @Test func `kinds that are told are kept to`() throws {
    let table = try load(
      "a,b,c\n1,x,7\ntwo,y,8\n3,z,\n",
      ReadingOptions(kinds: ["a": .number, "b": .category, "c": .text])
    )
    let a = try table.frame.column(named: "a")
    #expect(a.values == [.integer(1), .missing, .integer(3)])
    #expect(a.unreadable == [1: "two"])
    #expect(try table.frame.column(named: "b").kind == .category)
    #expect(try table.frame.column(named: "c").values == [.text("7"), .text("8"), .missing])
    #expect(fault("a,b\n1,2\n", ReadingOptions(kinds: ["aa": .number])) == nil)
  }

  @Test func `a table that is one cell wide and long is read in many chunks`() throws {
    let table = try load("n,t\n" + (0..<300_000).map { "\($0),\"a\nb\"\n" }.joined())
    #expect(table.frame.rowCount == 300_000)
    #expect(try table.frame.column(named: "n").value(at: 299_999) == .integer(299_999))
    #expect(try table.frame.column(named: "t").categories.levels == ["a\nb"])
  }

  @Test func `reading can be stopped`() {
    let stopped = Report { (_) throws(Diagnostic) in throw .cancelled }
    #expect(throws: Diagnostic.cancelled) {
      try CSVReader().read(Array("a,b\n1,2\n".utf8), path: "x.csv", report: stopped)
    }
  }

  @Test func `any bytes give a table or a clear error`() {
    var state: UInt64 = 7
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let alphabet = Array("ab1,,;\"\"\n\r\t .-eN/A0é".utf8) + [0xFF, 0xC3]
    for _ in 0..<3_000 {
      let bytes = (0..<next(60)).map { _ in alphabet[next(alphabet.count)] }
      do throws(Diagnostic) {
        let table = try CSVReader().read(bytes, path: "x.csv")
        #expect(table.frame.rowCount > 0)
        #expect(table.frame.columns.allSatisfy { $0.count == table.frame.rowCount })
      } catch {
        #expect(error.kind == .data)
      }
    }
  }
}
