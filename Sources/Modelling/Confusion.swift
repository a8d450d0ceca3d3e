/// How often each class was predicted as each.
package struct Confusion: Hashable, Sendable {
  /// counts[actual][predicted]
  package let counts: [[Int]]

  package init(_ rows: ScoredRows) {
    var counts = [[Int]](
      repeating: [Int](repeating: 0, count: rows.classCount),
      count: rows.classCount
    )
    for (actual, predicted) in zip(rows.actual, rows.predicted)
    where !actual.isNaN && !predicted.isNaN {
      counts[Int(actual)][Int(predicted)] += 1
    }
    self.counts = counts
  }

  /// Of the rows predicted as this class, the share that is; 0 when none is predicted.
  package func precision(of place: Int) -> Double {
    share(counts[place][place], of: counts.reduce(0) { $0 + $1[place] })
  }

  /// Of the rows of this class, the share predicted as it; 0 when there is none.
  package func recall(of place: Int) -> Double {
    share(counts[place][place], of: counts[place].reduce(0, +))
  }

  /// Harmonic mean of the two; 0 when both are.
  package func f1(of place: Int) -> Double {
    let both = precision(of: place) + recall(of: place)
    return both == 0 ? 0 : 2 * precision(of: place) * recall(of: place) / both
  }

  private func share(_ part: Int, of whole: Int) -> Double {
    whole == 0 ? 0 : Double(part) / Double(whole)
  }

  /// Of the positive class among two; else the plain mean over the classes that occur, in the rows
  /// or in the predictions, as scikit-learn's macro average does.
  func average(positive: Int?, _ score: (Int) -> Double) -> Double? {
    if let positive { return score(positive) }
    let places = counts.indices.filter { place in
      counts[place].contains { $0 > 0 } || counts.contains { $0[place] > 0 }
    }
    guard !places.isEmpty else { return nil }
    return places.reduce(0) { $0 + score($1) } / Double(places.count)
  }
}
