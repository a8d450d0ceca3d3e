import Kernels

/// Mean absolute error, in the target's unit.
package enum MAE: Measure {
  package static let name = "mae"
  package static let summary = "mean absolute error, in the target's unit"
  package static let isBetterHigher = false
  package static let scoresNumbers = true
  package static let scoresClasses = false

  package static func score(_ rows: ScoredRows) -> Double? {
    guard rows.count > 0 else { return nil }
    return mean(of: zip(rows.actual, rows.predicted).map { abs($0 - $1) })
  }
}
