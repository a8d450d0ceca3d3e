import Diagnostics
import Foundation
import Language
import Tables
import TestSupport
import Testing

/// Written and read again, a table is the same: bit for bit, kinds and missing cells included.
@Suite struct RoundTripTests {
  enum Form: String, CaseIterable {
    case csv, jsonl

    func text(of frame: Frame) throws(Diagnostic) -> [UInt8] {
      switch self {
      case .csv: try CSVWriter().text(of: frame)
      case .jsonl: try JSONLinesWriter().text(of: frame)
      }
    }

    func read(_ text: [UInt8], kinds: [String: ColumnKind]) throws -> LoadedTable {
      var options = ReadingOptions()
      options.kinds = kinds
      let source = MemorySource(name: "again.\(rawValue)", bytes: text)
      return try ReaderCatalog.reader(named: rawValue).init(options).read(source, ReadingContext())
    }
  }

  @Test(arguments: SampleTests.samples, Form.allCases)
  func `every sample reads again as it was loaded`(name: String, form: Form) throws {
    let frame = try CSVReader().read("\(repository)/samples/\(name).csv").frame
    let again = try form.read(form.text(of: frame), kinds: [:])
    #expect(again.frame == frame)
    #expect(again.warnings.isEmpty)
  }

  private static let texts: [String?] = [
    "", nil, "NA", " blank ", "a,b", "say \"hi\"", "two\nlines", "a\r\nb", "\r", "\t",
    "# no comment",
    "'single'", "sep=;", "\u{1}\u{1F}\u{7F}", "é", "😀", "\u{2028}", "null", "true", "12",
    "007", "1,5", "12%", "$5", "2024-01-31", "\\", "\\n", "\"", "\"\"", "{\"a\":1}", "x",
    "\u{FEFF}y",
  ]

  private static func frame() throws(Diagnostic) -> Frame {
    let count = texts.count
    func cycled<Element>(_ values: [Element]) -> [Element] {
      (0..<count).map { values[$0 % values.count] }
    }
    let doubles: [Double] = [
      0.1, -0.0, 5, 1e300, .leastNonzeroMagnitude, .greatestFiniteMagnitude, .nan, 1.0 / 3,
      -9_007_199_254_740_992, 1e16, 123_456_789.125, .leastNormalMagnitude,
    ]
    let instants: [Instant?] = [
      Instant("2024-01-31"), Instant("1900-01-01T01:02:03.5Z"), nil,
      Instant("1970-01-01T00:00:00.000001Z"), Instant("0001-01-01"),
      Instant("9999-12-31T23:59:59.999999Z"), Instant("1969-12-31T23:59:59.999999Z"),
    ]
    let numbers = (0..<count).map { $0 % 5 == 0 ? nil : Double($0) / 2 }
    return try Frame([
      Column("double", doubles: cycled(doubles)),
      Column("whole", doubles: cycled([1, 2, 3])),
      Column("integer", integers: cycled([.max, .min, 0, nil, -1])),
      Column("boolean", booleans: cycled([true, false, nil])),
      Column("category", categories: cycled(["x", "y,z", nil, "", "NA", "\"q\""])),
      Column("when", instants: cycled(instants)),
      Column("text", texts: texts),
      Column("a \"name\", quoted", texts: texts.reversed()),
      Column("none", texts: cycled([nil])),
      Column(
        "unreadable",
        .doubles(numbers.map { $0 ?? .nan }),
        validity: Validity(count: count) { numbers[$0] != nil },
        unreadable: [0: "n, a", 10: "\"", 15: "x y"]
      ),
    ])
  }

  /// Texts alone don't tell that `12` is a text, that three values are a category, or that a cell
  /// was to be a number: these kinds are told.
  private static let told: [String: ColumnKind] = [
    "category": .category, "text": .text, "a \"name\", quoted": .text, "unreadable": .number,
  ]

  @Test(arguments: Form.allCases)
  func `every kind at its extremes reads again as it was`(form: Form) throws {
    let frame = try Self.frame()
    let again = try form.read(form.text(of: frame), kinds: Self.told).frame
    #expect(again.names == frame.names)
    for (column, expected) in zip(again.columns, frame.columns) {
      #expect(column == expected, "\(column.name)")
    }
  }

  @Test(arguments: Form.allCases)
  func `a file is what the text is, over many chunks of rows`(form: Form) throws {
    let count = 300_000
    let frame = try Frame([
      Column("id", integers: (0..<count).map { Int64($0) }),
      Column("x", doubles: (0..<count).map { Double($0) / 7 }),
      Column("c", categories: (0..<count).map { ["a", "b", "c"][$0 % 3] }),
    ])
    let path = NSTemporaryDirectory() + "assay-\(UUID().uuidString).\(form.rawValue)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    switch form {
    case .csv: try CSVWriter().write(frame, to: path)
    case .jsonl: try JSONLinesWriter().write(frame, to: path)
    }
    let text = try form.text(of: frame)
    #expect(try FileSource.source(at: path).allBytes().bytes == text)
    #expect(try form.read(text, kinds: [:]).frame == frame)
  }

  @Test func `JSON lines hold a zero byte too`() throws {
    let frame = try Frame([Column("x", texts: ["a\u{0}b", "\u{0}", nil])])
    let again = try Form.jsonl.read(Form.jsonl.text(of: frame), kinds: [:])
    #expect(again.frame == frame)
  }

  @Test func `a write that is stopped leaves the old file`() throws {
    let path = NSTemporaryDirectory() + "assay-\(UUID().uuidString).csv"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try AtomicFile.write("old", to: path)
    let frame = try Frame([Column("x", integers: [1, 2, 3])])
    #expect(throws: Diagnostic.self) {
      try CSVWriter().write(
        frame,
        to: path,
        report: Report { (_) throws(Diagnostic) in throw .cancelled }
      )
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
  }
}
