import Diagnostics
import Language
import Tables
import Testing

@Suite struct JSONReaderTests {
  private func read(
    _ text: String,
    as name: String = "x.json",
    _ change: (inout ReadingOptions) -> Void = { _ in }
  ) throws -> LoadedTable {
    try SourcesOracle.read(text, as: name, change)
  }

  private func fault(_ text: String, as name: String = "x.json") -> Diagnostic? {
    #expect(throws: Diagnostic.self) { try read(text, as: name) }
  }

  @Test(arguments: ["people.jsonl", "people.json"])
  func `the values are those that pandas reads`(name: String) throws {
    let table = try SourcesOracle.load(name)
    #expect(SourcesOracle.difference(table.frame, from: name) == nil)
    #expect(table.warnings.isEmpty)
  }

  @Test func `an object around the array is seen through, with a warning`() throws {
    let table = try SourcesOracle.load("held.json")
    #expect(SourcesOracle.difference(table.frame, from: "held.json") == nil)
    #expect(
      table.warnings == ["the rows are those of the array 'data', the other keys left out: 'count'"]
    )
  }

  @Test func `of several arrays one has to be named`() throws {
    let text = #"{"a":[{"x":1}],"b":[{"y":2},{"y":3}]}"#
    let fault = fault(text)
    #expect(fault?.message == "'x.json' holds 2 arrays of objects: 'a', 'b'")
    #expect(fault?.hint == #"load "x.json" table="a""#)
    let table = try read(text) { $0.table = "b" }
    #expect(table.frame.rowCount == 2)
    #expect(throws: Diagnostic.self) { try read(text) { $0.table = "c" } }
  }

  @Test(arguments: [("{}", "x.json"), ("[{}, {}]", "x.json"), ("{}\n{}\n", "x.jsonl")])
  func `objects without a key are no table`(text: String, name: String) {
    #expect(fault(text, as: name)?.message.hasPrefix("no object has a key") == true)
  }

  @Test func `one object is one row`() throws {
    let table = try read(#"{"a": 1, "b": [1, 2 , {"c" : null}]}"#)
    #expect(table.frame.rowCount == 1)
    #expect(try table.frame.column(named: "b").value(at: 0) == .text(#"[1,2,{"c":null}]"#))
    #expect(table.warnings == ["the file is one object, not an array: one row"])
  }

  @Test func `mixed kinds are text, with a warning that names a way out`() throws {
    let table = try read(#"[{"a":1},{"a":"x"},{"a":true},{"a":2.5}]"#)
    let column = try table.frame.column(named: "a")
    #expect(column.values.map(\.plainText) == ["1", "x", "true", "2.5"])
    #expect(
      table.warnings == [
        "column 'a' holds 2 numbers, 1 booleans and 1 texts, the first of the fewer in row 2: "
          + "kept as text (number=a takes what is none as missing)"
      ]
    )
    let forced = try read(#"[{"a":1},{"a":"x"}]"#) { $0.kinds = ["a": .number] }
    #expect(try forced.frame.column(named: "a").values == [.integer(1), .missing])
    #expect(try forced.frame.column(named: "a").unreadable == [1: "x"])
    #expect(forced.warnings.isEmpty)
  }

  @Test func `whole numbers beyond 64 bits keep their digits`() throws {
    let table = try read(#"[{"a":123456789012345678901},{"a":7}]"#)
    let column = try table.frame.column(named: "a")
    #expect(column.values.map(\.plainText) == ["123456789012345678901", "7"])
    let rounded = try read(#"[{"a":9007199254740993},{"a":0.5}]"#)
    #expect(rounded.warnings.count == 1)
    #expect(try rounded.frame.column(named: "a").value(at: 0) == .number(9007199254740992))
  }

  @Test func `an object in place of a value makes columns beside it`() throws {
    let table = try read(#"[{"a":null},{"a":{"b":1}},{"a":{}},{"c":{"d":{"e":2}}}]"#)
    #expect(table.frame.names == ["a.b", "c.d.e"])
    #expect(try read(#"[{"a":null}]"#).frame.names == ["a"])
    #expect(try read(#"[{"a.b":1,"a":{"b":2}}]"#).frame.names == ["a.b", "a.b_2"])
  }

  @Test func `a key that stands twice counts with its last value`() throws {
    let table = try read(#"[{"a":1,"a":2},{"a":3}]"#)
    #expect(try table.frame.column(named: "a").values == [.integer(2), .integer(3)])
    #expect(
      table.warnings == ["row 1: a key stands twice in an object, the last value taken"]
    )
  }

  @Test func `texts of rows that aren't read are no levels`() throws {
    let table = try read(#"[{"a":"x"},{"a":"x"},{"a":"y"}]"#) { $0.rowLimit = 2 }
    #expect(try table.frame.column(named: "a").categories.levels == ["x"])
    #expect(try table.frame.column(named: "a").kind == .category)
    let repeated = try read(#"[{"a":"z","a":"x"},{"a":"x"}]"#)
    #expect(try repeated.frame.column(named: "a").categories.levels == ["x"])
  }

  @Test func `a column of many texts may still be a category, when it is said to be`() throws {
    let text = (0..<5_000).map { "{\"a\":\"level \($0 % 2_500)\"}\n" }.joined()
    let table = try read(text, as: "x.jsonl")
    #expect(try table.frame.column(named: "a").kind == .text)
    #expect(try table.frame.column(named: "a").value(at: 4_999) == .text("level 2499"))
    let forced = try read(text, as: "x.jsonl") { $0.kinds = ["a": .category] }
    #expect(try forced.frame.column(named: "a").categories.levels.count == 2_500)
  }

  @Test func `escapes, surrogates and what is no number`() throws {
    let table = try read(
      #"[{"t":"\u0041\n\t\"\\\/\ud83d\ude00","h":"\ud83d!","n":NaN},{"t":"b","h":"","n":-Infinity}]"#
    )
    #expect(try table.frame.column(named: "t").value(at: 0) == .text("A\n\t\"\\/😀"))
    #expect(try table.frame.column(named: "h").value(at: 0) == .text("\u{FFFD}!"))
    #expect(try table.frame.column(named: "h").value(at: 1) == .text(""))
    #expect(try table.frame.column(named: "n").missingCount == 2)
    #expect(
      table.warnings == [
        "row 1: half a surrogate pair, which became U+FFFD",
        "rows 1 and 2: NaN or Infinity, taken as missing",
      ]
    )
  }

  @Test func `faults name line and column`() {
    #expect(
      fault("[{\"a\":1},\n {\"b\" 2}]")?.message
        == "'x.json' line 2, column 7: expected ':', found '2}]'"
    )
    #expect(
      fault("{\"a\":1}\n{\"a\":01}\n{\"a\":2}\n", as: "x.jsonl")?.message
        == "'x.jsonl' line 2, column 6: expected a number without leading zeros"
    )
    #expect(
      fault("{\"ä\":1}\n{\"ä\":x}\n", as: "x.jsonl")?.message
        == "'x.jsonl' line 2, column 6: expected a value, found 'x}'"
    )
    #expect(fault("[1,2]")?.message.contains("expected an object for row 1") == true)
    #expect(fault("")?.message.contains("empty") == true)
    #expect(fault("[]")?.message == "'x.json' is an array without objects")
    #expect(fault("[{\"a\":1}] x")?.message.contains("the end behind the array") == true)
  }

  @Test func `of a file cut short the whole rows are kept`() throws {
    let lines = try read("{\"a\":1}\n{\"a\":2}\n{\"a\":\"x", as: "x.jsonl")
    #expect(lines.frame.rowCount == 2)
    #expect(
      lines.warnings == [
        "the file ends at byte 23, in the middle of line 3: the 2 rows before it are kept"
      ]
    )
    let array = try read("[{\"a\":1},\n{\"a\":2},{\"b\":")
    #expect(array.frame.rowCount == 2)
    #expect(try array.frame.column(named: "a").values == [.integer(1), .integer(2)])
    let end = "the file ends at byte 23, in the middle of line 2"
    #expect(array.warnings.first?.hasPrefix(end) == true)
  }

  @Test func `nesting is bounded, and deep values are text`() throws {
    let deep = String(repeating: "{\"k\":", count: 12) + "1" + String(repeating: "}", count: 12)
    let table = try read("[\(deep)]")
    #expect(table.frame.columnCount == 1)
    #expect(table.frame.names[0] == "k.k.k.k.k.k.k.k")
    #expect(
      try table.frame.column(named: table.frame.names[0]).value(at: 0)
        == .text("{\"k\":{\"k\":{\"k\":{\"k\":1}}}}")
    )
    let bomb = "[{\"a\":" + String(repeating: "[", count: 100_000)
    #expect(fault(bomb)?.message.contains("nested more than 256 deep") == true)
  }

  @Test func `a byte order mark is no letter, broken UTF-8 is warned of`() throws {
    #expect(try read("\u{FEFF}[{\"a\":1}]").frame.names == ["a"])
    #expect(try read("\u{FEFF}{\"a\":1}\n{\"a\":2}", as: "x.jsonl").frame.names == ["a"])
    let bytes = Array("{\"a\":\"x\"}\n{\"a\":\"".utf8) + [0xFF] + Array("\"}\n".utf8)
    let table = try SourcesOracle.read(MemorySource(name: "x.jsonl", bytes: bytes))
    #expect(try table.frame.column(named: "a").value(at: 1) == .text("\u{FFFD}"))
    #expect(table.warnings.first?.contains("first in line 2") == true)
  }

  @Test func `many blocks of lines give the rows in order`() throws {
    let count = 400_000
    var text = ""
    for row in 0..<count {
      text += "{\"id\":\(row),\"name\":\"person number \(row % 7)\",\"x\":\(Double(row) / 8)"
      text += row == count - 1 ? ",\"last\":true}\n" : "}\n"
    }
    let table = try read(text, as: "x.jsonl")
    #expect(table.frame.rowCount == count)
    #expect(
      try table.frame.column(named: "id") == Column("id", integers: (0..<count).map { Int64($0) })
    )
    #expect(try table.frame.column(named: "name").kind == .category)
    #expect(try table.frame.column(named: "last").missingCount == count - 1)
    let first = try read(text, as: "x.jsonl") { $0.rowLimit = 10 }
    #expect(first.frame.rowCount == 10)
    #expect(try first.frame.column(named: "id").value(at: 9) == .integer(9))
  }
}
