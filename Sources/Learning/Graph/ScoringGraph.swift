package import Diagnostics
import Kernels
package import Tables
private import Glibc

/// All that happens to a row from its source columns to its prediction.
///
/// Batch prediction, prediction of one row and every exported form interpret this same graph, so
/// they can't disagree.
package struct ScoringGraph: Sendable {
  /// On columns, in this order; each reaches the model.
  package let operations: [Operation]
  /// The source columns that have to be there.
  package let inputs: [String]
  package let features: [Feature]
  package let stages: [Stage]
  package let answer: Answer

  /// - Parameter operations: of all the steps; those that don't reach the features are left out.
  package init(
    operations: [Operation],
    features: [Feature],
    stages: [Stage],
    answer: Answer
  ) {
    (self.operations, inputs) = operations.reaching(features.map(\.name))
    self.features = features
    self.stages = stages
    self.answer = answer
  }

  /// The scores of every row; a row that lacks what the model needs has none.
  ///
  /// - Parameter frame: has the input columns in the kinds they were learned from.
  package func score(_ frame: Frame) throws(Diagnostic) -> (scores: Scores, gaps: [String?]) {
    var prepared = frame
    for operation in operations { prepared = try operation.apply(to: prepared) }
    return try score(try Design(features, from: prepared))
  }

  /// The same from the model's matrix on. `gaps` names the feature for want of which a row has no
  /// score.
  package func score(
    _ design: Design
  ) throws(Diagnostic) -> (scores: Scores, gaps: [String?]) {
    var columns = design.columns
    for stage in stages { columns = try stage.apply(to: columns, of: design) }
    var gaps = [String?](repeating: nil, count: design.rowCount)
    if stages.contains(where: \.needsComplete) {
      for (row, gap) in design.firstGaps().enumerated() {
        guard let gap else { continue }
        gaps[row] = features[gap].name
        for place in columns.indices { columns[place][row] = .nan }
      }
    }
    return (Scores(answer: answer, columns: columns), gaps)
  }
}

extension Stage {
  /// Each row's result depends on that row alone, and is summed in the order of the features, so
  /// one row gives the same bits as the whole.
  fileprivate func apply(
    to columns: [[Double]],
    of design: Design
  ) throws(Diagnostic) -> [[Double]] {
    let rowCount = design.rowCount
    switch self {
    case .constant(let scores):
      return scores.map { [Double](repeating: $0, count: rowCount) }
    case .linear(let weights, let intercepts):
      return intercepts.indices.map { score in
        var sums = [Double](repeating: intercepts[score], count: rowCount)
        for (feature, column) in columns.enumerated() {
          let weight = weights[feature, score]
          for row in 0..<rowCount { sums[row] += weight * column[row] }
        }
        return sums
      }
    case .trees(let ensemble):
      let flat = try ensemble.predict(design.featureTable)
      let count = ensemble.outputCount
      return (0..<count).map { place in
        stride(from: place, to: flat.count, by: count).map { flat[$0] }
      }
    case .logistic:
      let positive = columns[0].map { 1 / (1 + exp(-$0)) }
      return [positive.map { 1 - $0 }, positive]
    case .softmax: return Self.softmax(columns, rowCount: rowCount)
    case .exponential: return columns.map { $0.map(exp) }
    }
  }

  private static func softmax(_ columns: [[Double]], rowCount: Int) -> [[Double]] {
    var result = columns
    for row in 0..<rowCount {
      // The largest is taken off first so that no exponential overflows.
      let largest = columns.reduce(-Double.infinity) { Swift.max($0, $1[row]) }
      var sum = 0.0
      for place in columns.indices {
        let share = exp(columns[place][row] - largest)
        result[place][row] = share
        sum += share
      }
      for place in columns.indices { result[place][row] /= sum }
    }
    return result
  }
}
