import Diagnostics
import Kernels
import Language
import Pipelines
import Tables

/// Small tables that steps are tried on: a plain one and those that break naive code.
enum TrialFrames {
  static let names = [
    "plain", "zero rows", "one row", "all missing", "constant", "huge", "more columns than rows",
  ]

  /// Columns a, b (numbers), w (whole), c (category), flag, t (datetime), x (text) and the held y.
  static func frame(_ name: String) throws(Diagnostic) -> Frame {
    switch name {
    case "zero rows": return try plain(rowCount: 0)
    case "one row": return try plain(rowCount: 1)
    case "all missing": return try empty(rowCount: 9)
    case "constant": return try constant(rowCount: 9)
    case "huge": return try plain(rowCount: 12, size: 1e300)
    case "more columns than rows":
      var frame = try plain(rowCount: 6)
      for number in 0..<40 {
        let values = (0..<6).map { Double(($0 * 7 + number * 3) % 11) }
        frame = try frame.adding(Column("n\(number)", doubles: values))
      }
      return frame
    default: return try plain(rowCount: 40)
    }
  }

  /// A table beside the data, keyed by c and w together; each of its rows has its own x.
  static func known() throws(Diagnostic) -> Frame {
    try Frame([
      Column("c", categories: ["u", "v", "w w", "u", nil]),
      Column("w", integers: [0, 1, 2, 3, 0]),
      Column("place", texts: ["0", "1", "2", "x", nil]),
      Column("b", doubles: [0.5, .nan, 1e300, -3, 7]),
      Column("level", categories: ["é\"q", nil, "p", "p", "p"]),
      Column("day", instants: [nil, Instant(microseconds: 1), nil, Instant(microseconds: 0), nil]),
      Column("sure", booleans: [true, nil, false, true, nil]),
      Column("size", integers: [.max, nil, .min, 0, 1]),
    ])
  }

  /// Rows that no training row resembles: unseen levels, gaps, other sizes.
  static func strange() throws(Diagnostic) -> Frame {
    try Frame([
      Column("a", doubles: [.nan, -1e300, 1e-300, 5]),
      Column("b", doubles: [0, .nan, 1e300, -5]),
      Column("w", integers: [nil, .max, .min, 0]),
      Column("c", categories: ["unseen", nil, "", "v"]),
      Column("flag", booleans: [nil, true, nil, false]),
      Column("t", instants: [nil, Instant(microseconds: .max), Instant(microseconds: 0), nil]),
      Column("x", texts: ["\u{0}", nil, "", "3"]),
      Column("y", doubles: [1, 2, 3, .nan]),
    ])
  }

  private static func plain(rowCount: Int, size: Double = 1) throws(Diagnostic) -> Frame {
    let rows = 0..<rowCount
    let levels = ["u", "v", "w w", "é\"q"]
    return try Frame([
      Column("a", doubles: rows.map { $0 % 7 == 6 ? .nan : Double($0 * $0 % 13) * 0.3 * size }),
      Column("b", doubles: rows.map { Double($0 % 5) * 1.7 / size - 2 }),
      Column("w", integers: rows.map { $0 % 9 == 8 ? nil : Int64($0 % 4) }),
      Column("c", categories: rows.map { $0 % 8 == 7 ? nil : levels[$0 * 3 % 4] }),
      Column("flag", booleans: rows.map { $0 % 6 == 5 ? nil : $0 % 2 == 0 }),
      Column("t", instants: rows.map { Instant(microseconds: Int64($0) * 86_400_000_001) }),
      Column("x", texts: rows.map { $0 % 4 == 3 ? nil : "\($0)" }),
      Column("y", doubles: rows.map { Double($0) }),
    ])
  }

  private static func empty(rowCount: Int) throws(Diagnostic) -> Frame {
    let rows = 0..<rowCount
    return try Frame([
      Column("a", doubles: rows.map { _ in .nan }),
      Column("b", doubles: rows.map { _ in .nan }),
      Column("w", integers: rows.map { _ in nil }),
      Column("c", categories: rows.map { _ in nil }),
      Column("flag", booleans: rows.map { _ in nil }),
      Column("t", instants: rows.map { _ in nil }),
      Column("x", texts: rows.map { _ in nil }),
      Column("y", doubles: rows.map { _ in .nan }),
    ])
  }

  private static func constant(rowCount: Int) throws(Diagnostic) -> Frame {
    let rows = 0..<rowCount
    return try Frame([
      Column("a", doubles: rows.map { _ in 0.1 }),
      Column("b", doubles: rows.map { _ in -3 }),
      Column("w", integers: rows.map { _ in 7 }),
      Column("c", categories: rows.map { _ in "only" }),
      Column("flag", booleans: rows.map { _ in true }),
      Column("t", instants: rows.map { _ in Instant(microseconds: 0) }),
      Column("x", texts: rows.map { _ in "same" }),
      Column("y", doubles: rows.map { Double($0) }),
    ])
  }
}

/// Reading lines of steps.
enum Steps {
  static let signatures = Dictionary(
    uniqueKeysWithValues: StepCatalog.all.map { ($0.signature.word, $0.signature) }
  )

  static func read(_ line: String) throws(Diagnostic) -> RecipeStep {
    var step = try StepCatalog.read(
      try CallParser.parse(line, signatures: signatures).call,
      tables: ["known": try TrialFrames.known()]
    )
    step.held = ["y"]
    return step
  }

  static func fit(_ line: String, to frame: Frame) throws(Diagnostic) -> FittedRecipeStep {
    try read(line).fit(to: frame, seed: Seed(1), report: .silent)
  }
}

extension Frame {
  /// Each row's cells: kind, text and, for a number, its bits. Whether a whole number is kept as
  /// one is no difference.
  var cells: [[String]] {
    (0..<rowCount).map { row in
      columns.map { column in
        let value = column.value(at: row)
        let bits = value.double.map { String($0.bitPattern) } ?? value.plainText
        return "\(column.name) \(column.kind) \(value.isMissing ? "missing" : bits)"
      }
    }
  }
}
