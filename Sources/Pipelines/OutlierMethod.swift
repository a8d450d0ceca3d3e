import Diagnostics
import Language
import Statistics
import Tables

/// The rule by which `clip`, `mask` and `exclude` tell outliers: its word, and where it draws the
/// line.
struct OutlierMethod: Sendable {
  static let choices: [Signature.Choice] = [
    .init("iqr", "beyond k times the interquartile range from the quartiles"),
    .init("zscore", "more than k standard deviations from the mean"),
    .init("mad", "more than k scaled median absolute deviations from the median"),
    .init("range", "outside range=LOW..HIGH"),
  ]

  static let options: [Signature.Option] = [
    .init(
      "k",
      .number(0...Double.greatestFiniteMagnitude),
      "how far is too far; 1.5 for iqr, 3 for zscore and mad if left out"
    ),
    .init("range", .range, "the limits of `range`, either may be left open"),
  ]

  private enum Rule: Sendable {
    case learned(OutlierRule)
    case range(Double?, Double?)
  }

  private let rule: Rule

  /// - Parameter word: one of the choices, already read.
  init(_ word: String, reading arguments: inout ArgumentReader) throws(Diagnostic) {
    let k = try arguments.number("k", in: 0...Double.greatestFiniteMagnitude)
    let range = arguments.option("range")
    if word == "range" {
      guard case .range(let low, let high)? = range else {
        throw Diagnostic(
          .usage,
          "the method range needs its limits",
          try: "\(arguments.call.verb) range COLUMN range=0..100"
        )
      }
      rule = .range(low?.double, high?.double)
      return
    }
    guard range == nil else {
      throw Diagnostic(.usage, "range= belongs to the method range", subject: "range")
    }
    rule =
      switch word {
      case "iqr": .learned(.iqr(k: k ?? 1.5))
      case "zscore": .learned(.zscore(k: k ?? 3))
      default: .learned(.mad(k: k ?? 3))
      }
  }

  /// The limits within which a value is none; nil where there is no limit, as for a column without
  /// values.
  func limits(of values: [Double]) -> (low: Double?, high: Double?) {
    switch rule {
    case .range(let low, let high): return (low, high)
    case .learned(let rule):
      let limits = rule.bounds(of: values.filter { !$0.isNaN })
      return (limits?.lower, limits?.upper)
    }
  }
}

/// Learned limits of a column.
struct Limits: Hashable, Sendable, Codable {
  let column: String
  let low: Double?
  let high: Double?

  /// What is outside, as an expression; never a missing value.
  var condition: Expression {
    let column = Expression.column(column)
    let below = low.map { Expression.comparison(.less, column, .literal(.number($0))) }
    let above = high.map { Expression.comparison(.greater, column, .literal(.number($0))) }
    switch (below, above) {
    case (let below?, let above?): return .or(below, above)
    case (let one?, nil), (nil, let one?): return one
    case (nil, nil): return .literal(.boolean(false))
    }
  }

  var text: String {
    "\(low.map(Finding.number) ?? "")..\(high.map(Finding.number) ?? "")"
  }
}

extension OutlierMethod {
  /// The limits of each numeric column that is meant.
  func limits(
    of columns: ColumnSelection,
    in training: Training,
    for verb: String
  ) throws(Diagnostic) -> [Limits] {
    var limits: [Limits] = []
    for name in try training.columns(columns, of: [.number], for: verb) {
      let (low, high) = self.limits(of: try training.frame.column(named: name).numbers())
      limits.append(Limits(column: name, low: low, high: high))
    }
    return limits
  }
}
