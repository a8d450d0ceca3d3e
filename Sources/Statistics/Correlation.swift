package import Diagnostics
import Kernels

/// How two columns of numbers go together, over the rows where both are there.
package enum Correlation: String, Hashable, Sendable, Codable, CaseIterable {
  /// Of the values.
  case pearson
  /// Of their ranks; ties share the mean of theirs.
  case spearman

  /// Between -1 and 1; nil below two rows and where one of the columns has no spread.
  ///
  /// The columns are of one length, NaN = missing.
  package func coefficient(_ a: [Double], _ b: [Double]) -> Double? {
    var x: [Double] = []
    var y: [Double] = []
    for (a, b) in zip(a, b) where !a.isNaN && !b.isNaN {
      x.append(a)
      y.append(b)
    }
    switch self {
    case .pearson: return Self.product(x, y)
    case .spearman: return Self.product(meanRanks(of: x), meanRanks(of: y))
    }
  }

  /// The coefficients of all pairs, a row for each column.
  ///
  /// `columns`: of one length, NaN = missing.
  package func matrix(
    of columns: [[Double]],
    report: Report = .silent
  ) throws(Diagnostic) -> [[Double?]] {
    let isComplete = columns.map { column in !column.contains { $0.isNaN } }
    try report(Progress("correlations", done: 0, of: columns.count))
    // A complete column has the same ranks beside every other complete one.
    let ready = try ChunkRunner.run(columns.count) { (place) throws(Diagnostic) -> [Double] in
      guard self == .spearman, isComplete[place] else { return columns[place] }
      try report(Progress("ranks", done: place, of: columns.count))
      return meanRanks(of: columns[place])
    }
    let panels =
      (columns.first?.count ?? 0) < Self.fewestRowsOfPanels
      ? nil : try CorrelationPanels(ready, isComplete: isComplete, report: report)
    let rows = try ChunkRunner.run(columns.count) { (first) throws(Diagnostic) in
      try (0...first).map { (second) throws(Diagnostic) -> Double? in
        let areComplete = isComplete[first] && isComplete[second]
        if self == .pearson || areComplete, let panels {
          switch panels.coefficient(first, second) {
          case .defined(let coefficient): return coefficient
          case .undefined: return nil
          case .unsure: break
          }
        }
        try report(Progress("correlations", done: first, of: columns.count))
        return areComplete
          ? Self.product(ready[first], ready[second])
          : self.coefficient(columns[first], columns[second])
      }
    }
    return columns.indices.map { a in
      columns.indices.map { b in rows[Swift.max(a, b)][Swift.min(a, b)] }
    }
  }

  /// Fewer rows are gone through pair by pair.
  private static let fewestRowsOfPanels = 4096

  /// The product-moment coefficient of columns without a missing value.
  private static func product(_ x: [Double], _ y: [Double]) -> Double? {
    guard x.count > 1, let a = centred(x), let b = centred(y) else { return nil }
    var products = 0.0
    var squares = (0.0, 0.0)
    for index in a.indices {
      products += a[index] * b[index]
      squares.0 += a[index] * a[index]
      squares.1 += b[index] * b[index]
    }
    return Swift.max(-1, Swift.min(1, products / (squares.0 * squares.1).squareRoot()))
  }

  /// The distances from the mean over the greatest of them; nil where there is no spread.
  private static func centred(_ values: [Double]) -> [Double]? {
    guard let first = values.first, values.contains(where: { $0 != first }) else { return nil }
    let centre = mean(of: values)
    let greatest = values.reduce(0) { Swift.max($0, abs($1 - centre)) }
    guard greatest > 0, greatest.isFinite else { return nil }
    return values.map { ($0 - centre) / greatest }
  }
}
