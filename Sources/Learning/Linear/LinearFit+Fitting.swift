package import Diagnostics
package import Kernels

extension LinearFit {
  /// Least squares with an intercept, or ridge regression when there is a penalty.
  ///
  /// Minimises Σ w (y - a - x·b)² + penalty ‖b‖², as scikit-learn's LinearRegression and Ridge do;
  /// the intercept is not penalised. Of several minima the one with the shortest b. A column without
  /// spread gets 0.
  ///
  /// - Parameters:
  ///   - design: n × p predictors, every entry finite, n at least 1.
  ///   - target: n responses.
  ///   - weights: nil when all rows weigh 1.
  ///   - penalty: 0 or more.
  /// - Throws: ``Diagnostic`` of kind `.data` or `.numeric` when there is nothing to learn from.
  package init(
    _ design: Matrix,
    target: [Double],
    weights: [Double]? = nil,
    penalty: Double = 0
  ) throws(Diagnostic) {
    let (n, p) = (design.rowCount, design.columnCount)
    precondition(target.count == n, "one target for each row")
    try design.checkFit(target: target, weights: weights)
    guard penalty >= 0, penalty.isFinite else {
      throw Diagnostic(.usage, "the penalty is \(penalty), expected a number from 0 on")
    }
    let roots = weights?.map { $0.squareRoot() }
    let targetMean = weightedMean(of: target[...], weights: weights)
    var centredTarget = target.map { $0 - targetMean }
    if let roots { for i in 0..<n { centredTarget[i] *= roots[i] } }

    let extra = penalty > 0 ? p : 0
    centredTarget += [Double](repeating: 0, count: extra)
    var storage: [Double] = []
    storage.reserveCapacity((n + extra) * p)
    var means: [Double] = []
    for j in 0..<p {
      let column = design.column(j)
      let mean = weightedMean(of: column, weights: weights)
      means.append(mean)
      let hasSpread = column.hasSpread(around: mean)
      for (i, value) in column.enumerated() {
        storage.append(hasSpread ? (value - mean) * (roots?[i] ?? 1) : 0)
      }
      // One more row for each coefficient, whose square is the penalty.
      for row in 0..<extra { storage.append(row == j ? penalty.squareRoot() : 0) }
    }
    let centred = Matrix(rowCount: n + extra, columnCount: p, storage: storage)
    guard let solution = centred.leastSquares(centredTarget) else {
      throw Diagnostic(.numeric, "least squares has no finite solution")
    }
    coefficients = solution.coefficients
    rank = solution.rank
    intercept = targetMean - sum(of: zip(solution.coefficients, means).map { $0 * $1 })
  }
}

/// The weighted mean, finite for finite numbers.
func weightedMean(of values: ArraySlice<Double>, weights: [Double]?) -> Double {
  guard let weights else { return mean(of: values.span) }
  let total = sum(of: weights)
  let centre = values.first ?? 0
  return centre + sum(of: zip(values, weights).map { ($0 - centre) * ($1 / total) })
}

extension ArraySlice<Double> {
  /// Whether the values differ by more than rounding of their mean.
  func hasSpread(around mean: Double) -> Bool {
    var largest = 0.0
    var reach = 0.0
    for value in self {
      largest = Swift.max(largest, abs(value))
      reach = Swift.max(reach, abs(value - mean))
    }
    return reach > 4 * largest * Double.ulpOfOne
  }
}

extension Matrix {
  /// Refuses what no linear model can be fitted to.
  func checkFit(target: [Double], weights: [Double]?) throws(Diagnostic) {
    guard rowCount > 0 else {
      throw Diagnostic(.data, "no rows to fit, expected at least 1")
    }
    guard isFinite, target.allSatisfy(\.isFinite) else {
      throw Diagnostic(.numeric, "the design or the target holds numbers that are not finite")
    }
    guard let weights else { return }
    precondition(weights.count == rowCount, "one weight for each row")
    guard weights.allSatisfy({ $0 >= 0 && $0.isFinite }), weights.contains(where: { $0 > 0 })
    else {
      throw Diagnostic(.data, "weights must be finite, not negative and not all zero")
    }
  }
}
