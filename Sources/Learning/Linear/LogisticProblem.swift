import Diagnostics
import Glibc
import Kernels

/// The penalised loss of logistic regression and its derivatives, over standardised columns.
///
/// Parameters stand block by block: for each of `blockCount` rows of coefficients its standardised
/// coefficients, then its intercept. A standardised coefficient is the plain one times the column's
/// scale, so the penalty on the plain ones is kept by dividing by the scale again.
struct LogisticProblem: Sendable {
  let design: StandardDesign
  let classes: [Int]
  /// 1 for two classes, else one for each class.
  let blockCount: Int
  let weights: [Double]?
  /// 1 / C for each column; 0 for the intercept.
  let penalties: [Double]

  /// The loss at some parameters and how it changes.
  struct Evaluation: Sendable {
    var loss = 0.0
    var gradient: [Double]
    /// Second derivatives, only the lower triangle of blocks and entries meant.
    var hessian: Matrix?
    /// The diagonal of the second derivatives.
    var curvature: [Double]
    /// The smallest lead of a row's own class over the others.
    var margin = Double.infinity
  }

  var width: Int { design.width }
  var parameterCount: Int { blockCount * width }

  /// Rows of one chunk of parallel work: it depends on the number of rows alone.
  private var chunkSize: Int { max(4096, (design.rowCount + 15) / 16) }
  private static var panelSize: Int { 1024 }

  func evaluation(
    at parameters: [Double],
    wantsHessian: Bool,
    check: @Sendable () throws(Diagnostic) -> Void
  ) throws(Diagnostic) -> Evaluation {
    let parts = try ChunkRunner.run(rows: design.rowCount, size: chunkSize) {
      (rows) throws(Diagnostic) in
      var total = emptyEvaluation(wantsHessian: wantsHessian)
      for start in stride(from: rows.lowerBound, to: rows.upperBound, by: Self.panelSize) {
        try check()
        add(start..<min(start + Self.panelSize, rows.upperBound), at: parameters, to: &total)
      }
      return total
    }
    var total = emptyEvaluation(wantsHessian: wantsHessian)
    for part in parts { total.add(part) }
    addPenalty(at: parameters, to: &total)
    return total
  }

  /// The product of the second derivatives at `parameters` with `direction`.
  func curvature(
    along direction: [Double],
    at parameters: [Double],
    check: @Sendable () throws(Diagnostic) -> Void
  ) throws(Diagnostic) -> [Double] {
    let parts = try ChunkRunner.run(rows: design.rowCount, size: chunkSize) {
      (rows) throws(Diagnostic) in
      var total = [Double](repeating: 0, count: parameterCount)
      for start in stride(from: rows.lowerBound, to: rows.upperBound, by: Self.panelSize) {
        try check()
        let range = start..<min(start + Self.panelSize, rows.upperBound)
        let panel = design.rows(range)
        let chances = probabilities(panel.times(blocks(parameters)))
        var slopes = panel.times(blocks(direction))
        for i in 0..<range.count {
          let weight = weights?[range.lowerBound + i] ?? 1
          if blockCount == 1 {
            slopes[i, 0] *= weight * chances[i, 0] * (1 - chances[i, 0])
            continue
          }
          var shared = 0.0
          for k in 0..<blockCount { shared += chances[i, k] * slopes[i, k] }
          for k in 0..<blockCount {
            slopes[i, k] = weight * chances[i, k] * (slopes[i, k] - shared)
          }
        }
        let product = panel.times(slopes, transposed: true)
        for index in total.indices { total[index] += product.storage[index] }
      }
      return total
    }
    var total = [Double](repeating: 0, count: parameterCount)
    for part in parts { for index in total.indices { total[index] += part[index] } }
    for index in total.indices { total[index] += penalties[index % width] * direction[index] }
    return total
  }

  private func blocks(_ parameters: [Double]) -> Matrix {
    Matrix(rowCount: width, columnCount: blockCount, storage: parameters)
  }

  private func emptyEvaluation(wantsHessian: Bool) -> Evaluation {
    let zeros = [Double](repeating: 0, count: parameterCount)
    return Evaluation(
      gradient: zeros,
      hessian: wantsHessian
        ? Matrix(rowCount: parameterCount, columnCount: parameterCount) : nil,
      curvature: zeros
    )
  }

  /// Log odds become the probability of class 1, or scores those of each class.
  private func probabilities(_ scores: Matrix) -> Matrix {
    var result = scores
    for i in 0..<scores.rowCount {
      if blockCount == 1 {
        result[i, 0] = 1 / (1 + exp(-scores[i, 0]))
        continue
      }
      var largest = -Double.infinity
      for k in 0..<blockCount { largest = max(largest, scores[i, k]) }
      var total = 0.0
      for k in 0..<blockCount {
        result[i, k] = exp(scores[i, k] - largest)
        total += result[i, k]
      }
      for k in 0..<blockCount { result[i, k] /= total }
    }
    return result
  }

  private func add(_ rows: Range<Int>, at parameters: [Double], to total: inout Evaluation) {
    let panel = design.rows(rows)
    let scores = panel.times(blocks(parameters))
    let chances = probabilities(scores)
    var residuals = chances
    for i in 0..<rows.count {
      let weight = weights?[rows.lowerBound + i] ?? 1
      let own = classes[rows.lowerBound + i]
      var lead: Double
      if blockCount == 1 {
        lead = own == 1 ? scores[i, 0] : -scores[i, 0]
        total.loss += weight * (max(0, -lead) + log1p(exp(-abs(lead))))
        residuals[i, 0] = weight * (chances[i, 0] - Double(own))
      } else {
        lead = .infinity
        for k in 0..<blockCount {
          if k != own { lead = min(lead, scores[i, own] - scores[i, k]) }
          residuals[i, k] = weight * (chances[i, k] - (k == own ? 1 : 0))
        }
        total.loss += weight * logSumOfExponentials(scores, row: i, less: own)
      }
      if weight > 0 { total.margin = min(total.margin, lead) }
    }
    let gradient = panel.times(residuals, transposed: true)
    for index in total.gradient.indices { total.gradient[index] += gradient.storage[index] }
    addSecondDerivatives(panel, chances: chances, from: rows.lowerBound, to: &total)
  }

  /// log Σ exp(score) - the row's own score.
  private func logSumOfExponentials(_ scores: Matrix, row: Int, less own: Int) -> Double {
    var others = 0.0
    var largest = 0.0
    for k in 0..<blockCount { largest = max(largest, scores[row, k] - scores[row, own]) }
    if largest == 0 {
      for k in 0..<blockCount where k != own { others += exp(scores[row, k] - scores[row, own]) }
      return log1p(others)
    }
    for k in 0..<blockCount { others += exp(scores[row, k] - scores[row, own] - largest) }
    return largest + log(others)
  }

  private func addSecondDerivatives(
    _ panel: Matrix,
    chances: Matrix,
    from firstRow: Int,
    to total: inout Evaluation
  ) {
    for k in 0..<blockCount {
      for l in 0...k where total.hessian != nil || k == l {
        // Off the diagonal the weights are negative: the product is taken away.
        let roots = (0..<panel.rowCount).map { i in
          let other = k == l ? 1 - chances[i, k] : chances[i, l]
          return ((weights?[firstRow + i] ?? 1) * chances[i, k] * other).squareRoot()
        }
        var weighted: [Double] = []
        weighted.reserveCapacity(panel.storage.count)
        for j in 0..<width {
          for (value, root) in zip(panel.column(j), roots) { weighted.append(value * root) }
        }
        let scaled = Matrix(rowCount: panel.rowCount, columnCount: width, storage: weighted)
        guard total.hessian != nil else {
          for j in 0..<width {
            for value in scaled.column(j) { total.curvature[k * width + j] += value * value }
          }
          continue
        }
        let gram = scaled.gram
        for j in 0..<width {
          if k == l { total.curvature[k * width + j] += gram[j, j] }
          for i in 0..<width {
            total.hessian?[k * width + i, l * width + j] += k == l ? gram[i, j] : -gram[i, j]
          }
        }
      }
    }
  }

  private func addPenalty(at parameters: [Double], to total: inout Evaluation) {
    for index in parameters.indices {
      let penalty = penalties[index % width]
      total.loss += penalty * parameters[index] * parameters[index] / 2
      total.gradient[index] += penalty * parameters[index]
      total.curvature[index] += penalty
      total.hessian?[index, index] += penalty
    }
  }
}

extension LogisticProblem.Evaluation {
  fileprivate mutating func add(_ other: LogisticProblem.Evaluation) {
    loss += other.loss
    margin = min(margin, other.margin)
    for index in gradient.indices {
      gradient[index] += other.gradient[index]
      curvature[index] += other.curvature[index]
    }
    if let part = other.hessian { hessian?.add(part) }
  }
}
