/// Of the positive rows, the share predicted so; the macro average over more than two classes.
package enum Recall: Measure {
  package static let name = "recall"
  package static let summary = "of the positive rows, the share predicted so (macro average)"
  package static let isBetterHigher = true
  package static let scoresNumbers = false
  package static let scoresClasses = true

  package static func score(_ rows: ScoredRows) -> Double? {
    guard rows.count > 0 else { return nil }
    let confusion = Confusion(rows)
    return confusion.average(positive: rows.positive, confusion.recall(of:))
  }
}
