/// Harmonic mean of precision and recall; the macro average over more than two classes.
package enum F1: Measure {
  package static let name = "f1"
  package static let summary = "harmonic mean of precision and recall (macro average)"
  package static let isBetterHigher = true
  package static let scoresNumbers = false
  package static let scoresClasses = true

  package static func score(_ rows: ScoredRows) -> Double? {
    guard rows.count > 0 else { return nil }
    let confusion = Confusion(rows)
    return confusion.average(positive: rows.positive, confusion.f1(of:))
  }
}
