/// The scores of some rows: one column for a number, one a class for probabilities.
package struct Scores: Hashable, Sendable {
  package var answer: Answer
  /// Column by column; NaN throughout a row that could not be scored.
  package var columns: [[Double]]

  package init(answer: Answer, columns: [[Double]]) {
    self.answer = answer
    self.columns = columns
  }

  package var rowCount: Int { columns.first?.count ?? 0 }

  /// The predicted number of each row, or the place of its most probable class (ties: the first);
  /// NaN where there is none.
  package var predictions: [Double] {
    guard case .classes = answer else { return columns.first ?? [] }
    return (0..<rowCount).map { row in
      var best = Double.nan
      var highest = -Double.infinity
      for (place, column) in columns.enumerated() where column[row] > highest {
        highest = column[row]
        best = Double(place)
      }
      return best
    }
  }

  package func rows(at indices: [Int]) -> Scores {
    Scores(answer: answer, columns: columns.map { column in indices.map { column[$0] } })
  }
}
