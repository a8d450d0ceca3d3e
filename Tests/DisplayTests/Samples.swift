import Diagnostics
import Display
import Language
import Tables
import TestSupport

/// Frames that looks are tried on.
enum Samples {
  static func frame(_ name: String) throws(Diagnostic) -> Frame {
    try CSVReader().read("\(repository)/samples/\(name).csv").frame
  }

  /// The credit sample with a date and a residual, which examples name.
  static func credit() throws(Diagnostic) -> Frame {
    let frame = try frame("german_credit")
    let days = (0..<frame.rowCount).map { row in
      Instant(microseconds: Int64(row) * 7 * Instant.microsecondsPerDay)
    }
    return
      try frame
      .adding(Column("date", instants: days))
      .adding(Column("residual", doubles: (0..<frame.rowCount).map { Double($0 % 37) - 18 }))
  }

  /// Columns that break naive code: no value, one value, infinite ranges, odd texts and names.
  static func awkward(rowCount: Int) throws(Diagnostic) -> Frame {
    let rows = 0..<rowCount
    let texts = ["", "\u{1B}[31mred", "日本語テキスト", "👩‍👩‍👧", "e\u{301}\u{302}", "a\nb\tc", "עברית"]
    return try Frame([
      Column("missing", doubles: rows.map { _ in .nan }),
      Column("constant", integers: rows.map { _ in 7 }),
      Column("huge", doubles: rows.map { $0.isMultiple(of: 2) ? 1e300 : -1.7e308 }),
      Column("tiny", doubles: rows.map { Double($0 % 5) * .leastNonzeroMagnitude }),
      Column("some", doubles: rows.map { $0.isMultiple(of: 3) ? .nan : Double($0) }),
      Column("flag", booleans: rows.map { $0.isMultiple(of: 4) ? nil : $0.isMultiple(of: 2) }),
      Column("odd", categories: rows.map { texts[$0 % texts.count] }),
      Column("free", texts: rows.map { $0.isMultiple(of: 5) ? nil : texts[$0 % texts.count] }),
      Column(
        "when",
        instants: rows.map { Instant(microseconds: Int64($0) &* 0x0FFF_FFFF_FFFF_FFF) }
      ),
      Column(String(repeating: "long name ", count: 30), integers: rows.map { Int64($0) }),
      Column("nul\u{0}and\u{1B}]0;x\u{7}", integers: rows.map { _ in nil }),
    ])
  }

  static func measure(
    _ line: String,
    on frame: Frame
  ) throws(Diagnostic) -> any Measurement {
    let signatures = Dictionary(
      uniqueKeysWithValues: LookCatalog.all.map { ($0.signature.word, $0.signature) }
    )
    let call = try CallParser.parse(line, signatures: signatures).call
    var seen = frame
    if let condition = call.condition { seen = frame.filter(try frame.condition(condition)) }
    guard let look = LookCatalog.all.first(where: { $0.signature.word == call.verb }) else {
      throw Diagnostic.unknown("look", call.verb, known: LookCatalog.all.map { $0.signature.word })
    }
    let subject = Subject(frame: seen, totalRowCount: frame.rowCount)
    return try look.read(call).measure(subject, report: .silent)
  }
}
