package import Diagnostics
import Kernels
package import Language
package import Learning
import Tables

/// Fills missing cells with one value a column, learned from the training rows.
package struct Impute: Step {
  package enum Method: String, CaseIterable, Sendable {
    case mean, median, mode, constant
  }

  package static let signature = Signature(
    "impute",
    .tableStep,
    "fill missing cells",
    positionals: [
      .init(
        "method",
        .method([
          .init("mean", "the mean of the training rows"),
          .init("median", "their median"),
          .init("mode", "their most frequent value"),
          .init("constant", "the value given by value="),
        ]),
        isRequired: true
      ),
      .init("column", .columns),
    ],
    options: [.init("value", .value, "what `impute constant` fills in")],
    examples: [
      .init("impute median :number", "every numeric column, each by its own median"),
      .init("impute mode sex", "the most frequent level"),
      .init("impute constant garage value=\"none\"", "a value of one's own"),
    ]
  )

  private let method: Method
  private let columns: ColumnSelection
  private let value: Value?

  package init(reading arguments: inout ArgumentReader) throws(Diagnostic) {
    let word = try arguments.method()
    guard let method = Method(rawValue: word) else {
      throw .unknown("method", word, known: Method.allCases.map(\.rawValue))
    }
    self.method = method
    columns = try arguments.columns()
    value = try arguments.value("value")
    guard (method == .constant) == (value != nil), value?.isMissing != true else {
      throw Diagnostic(
        .usage,
        method == .constant
          ? "impute constant needs value=" : "value= belongs to impute constant",
        try: "impute constant column value=0"
      )
    }
  }

  package var learns: Bool { method != .constant }

  package func fit(to training: Training, report: Report) throws(Diagnostic) -> FittedImpute {
    let numeric = method == .mean || method == .median
    let kinds: Set<ColumnKind> = numeric ? [.number] : Set(ColumnKind.allCases)
    var fills: [FittedImpute.Fill] = []
    for name in try training.columns(columns, of: kinds, for: "impute \(method.rawValue)") {
      let column = try training.frame.column(named: name)
      guard let fill = try self.value(for: column) else {
        // "All" passes over what holds nothing to learn from; a column asked for by name doesn't.
        if columns.isEmpty { continue }
        throw Diagnostic(
          .data,
          "all \(column.count) training cells of '\(name)' are missing, nothing to learn from",
          try: "drop \(Words.quotedName(name))",
          subject: name
        )
      }
      // Says now what the column can't hold.
      _ = try column.filled(with: fill)
      fills.append(.init(column: name, value: fill, isGiven: method == .constant))
    }
    return FittedImpute(method: method.rawValue, fills: fills)
  }

  private func value(for column: Column) throws(Diagnostic) -> Value? {
    switch method {
    case .constant: return value
    case .mean:
      let known = try column.numbers().filter { !$0.isNaN }
      return known.isEmpty ? nil : .number(mean(of: known))
    case .median:
      let known = try column.numbers().filter { !$0.isNaN }
      return known.isEmpty ? nil : .number(median(of: known))
    case .mode: return Self.mode(of: column)
    }
  }

  /// The most frequent value; of several the one that sorts first.
  private static func mode(of column: Column) -> Value? {
    var counts: [Value: Int] = [:]
    for row in 0..<column.count where !column.isMissing(at: row) {
      counts[column.value(at: row), default: 0] += 1
    }
    return counts.max { a, b in
      a.value != b.value ? a.value < b.value : b.key.isOrderedBefore(a.key)
    }?.key
  }
}

package struct FittedImpute: FittedStep {
  package struct Fill: Hashable, Sendable, Codable {
    package let column: String
    package let value: Value
    /// Given by the user, not learned.
    let isGiven: Bool
  }

  let method: String
  package let fills: [Fill]

  package var operations: [Operation] { fills.map { .fill(column: $0.column, with: $0.value) } }

  package var findings: [Finding] {
    fills.map { Finding($0.column, "\(method) \(Finding.value($0.value))") }
  }
}

extension Value {
  /// Numbers by size, texts by Unicode scalar; between kinds by their text.
  fileprivate func isOrderedBefore(_ other: Value) -> Bool {
    if let a = double, let b = other.double { return a < b }
    if case .datetime(let a) = self, case .datetime(let b) = other { return a < b }
    return plainText.unicodeScalars.lexicographicallyPrecedes(other.plainText.unicodeScalars)
  }
}
