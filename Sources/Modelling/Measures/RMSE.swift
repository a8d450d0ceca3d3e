import Kernels

/// Root mean squared error, in the target's unit.
package enum RMSE: Measure {
  package static let name = "rmse"
  package static let summary = "root mean squared error, in the target's unit"
  package static let isBetterHigher = false
  package static let scoresNumbers = true
  package static let scoresClasses = false

  package static func score(_ rows: ScoredRows) -> Double? {
    guard rows.count > 0 else { return nil }
    let squares = zip(rows.actual, rows.predicted).map { ($0 - $1) * ($0 - $1) }
    return mean(of: squares).squareRoot()
  }
}
