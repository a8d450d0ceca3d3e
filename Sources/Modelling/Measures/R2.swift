import Kernels

/// Share of the target's variance that is explained; below 0 when worse than the mean.
package enum R2: Measure {
  package static let name = "r2"
  package static let summary = "share of the variance explained; below 0 is worse than the mean"
  package static let isBetterHigher = true
  package static let scoresNumbers = true
  package static let scoresClasses = false

  package static func score(_ rows: ScoredRows) -> Double? {
    let average = mean(of: rows.actual)
    let total = sum(of: rows.actual.map { ($0 - average) * ($0 - average) })
    guard rows.count > 1, total > 0 else { return nil }
    let left = sum(of: zip(rows.actual, rows.predicted).map { ($0 - $1) * ($0 - $1) })
    return 1 - left / total
  }
}
