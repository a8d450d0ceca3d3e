/// Share of rows whose class is predicted.
package enum Accuracy: Measure {
  package static let name = "accuracy"
  package static let summary = "share of rows whose class is predicted"
  package static let isBetterHigher = true
  package static let scoresNumbers = false
  package static let scoresClasses = true

  package static func score(_ rows: ScoredRows) -> Double? {
    guard rows.count > 0 else { return nil }
    let hits = zip(rows.actual, rows.predicted).count { $0 == $1 }
    return Double(hits) / Double(rows.count)
  }
}
