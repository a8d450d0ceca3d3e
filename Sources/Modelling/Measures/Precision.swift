/// Of the rows predicted positive, the share that is; the macro average over more than two classes.
package enum Precision: Measure {
  package static let name = "precision"
  package static let summary = "of the rows predicted positive, the share that is (macro average)"
  package static let isBetterHigher = true
  package static let scoresNumbers = false
  package static let scoresClasses = true

  package static func score(_ rows: ScoredRows) -> Double? {
    guard rows.count > 0 else { return nil }
    let confusion = Confusion(rows)
    return confusion.average(positive: rows.positive, confusion.precision(of:))
  }
}
