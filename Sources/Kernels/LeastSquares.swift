/// A minimum-norm solution of a least squares problem.
package struct LeastSquaresSolution: Hashable, Sendable {
  package let coefficients: [Double]
  /// The number of independent columns.
  package let rank: Int
}

extension Matrix {
  /// The shortest of the vectors b that minimise ‖self * b - target‖₂.
  ///
  /// Whether columns are independent is judged after each is scaled to unit length, so units don't
  /// matter: a singular value below `tolerance` times the largest counts as zero. "Shortest" is
  /// measured in the columns' own units, as numpy and scikit-learn do.
  ///
  /// - Parameters:
  ///   - target: one number for each row.
  ///   - tolerance: nil for 2⁻⁵² times the larger of the two sizes.
  /// - Returns: nil when an entry is not finite.
  /// - Complexity: O(rows * columns²); the QR factorisation runs over slices of 4096 rows.
  /// - Source: Golub & Van Loan, *Matrix Computations*, 4th ed., sections 5.2 and 5.5.
  package func leastSquares(
    _ target: [Double],
    tolerance: Double? = nil
  ) -> LeastSquaresSolution? {
    precondition(target.count == rowCount, "one target for each row")
    guard columnCount > 0 else { return LeastSquaresSolution(coefficients: [], rank: 0) }
    guard rowCount > 0 else {
      return LeastSquaresSolution(
        coefficients: [Double](repeating: 0, count: columnCount),
        rank: 0
      )
    }
    guard isFinite, target.allSatisfy(\.isFinite) else { return nil }
    let lengths = (0..<columnCount).map { length(of: column($0)) }
    let targetLength = length(of: target[...])
    guard targetLength > 0 else {
      return LeastSquaresSolution(
        coefficients: [Double](repeating: 0, count: columnCount),
        rank: lengths.count { $0 > 0 }
      )
    }
    guard
      let reduced = reduced(target, lengths: lengths, targetLength: targetLength),
      let parts = reduced.design.singularValues
    else { return nil }
    let bound = tolerance ?? Double(max(rowCount, columnCount)) * Double.ulpOfOne
    let rank = parts.rank(tolerance: bound)
    let loads = parts.left.times(reduced.target, transposed: true)
    let weights = (0..<parts.values.count).map { $0 < rank ? loads[$0] / parts.values[$0] : 0 }
    let scaled = parts.rightTransposed.times(weights, transposed: true)
    var coefficients = zip(scaled, lengths).map { value, length in
      length > 0 ? value / length * targetLength : 0
    }
    if rank < columnCount {
      coefficients = shortened(coefficients, parts: parts, rank: rank, lengths: lengths)
    }
    return LeastSquaresSolution(coefficients: coefficients, rank: rank)
  }

  /// The same problem in at most columnCount + 1 rows, each column and the target of unit length.
  private func reduced(
    _ target: [Double],
    lengths: [Double],
    targetLength: Double
  ) -> (design: Matrix, target: [Double])? {
    let width = columnCount + 1
    let height = max(4096, 4 * width)
    var stacked: Matrix?
    for start in stride(from: 0, to: rowCount, by: height) {
      let rows = start..<min(start + height, rowCount)
      let above = stacked?.rowCount ?? 0
      var slice = Matrix(rowCount: above + rows.count, columnCount: width)
      for j in 0..<width {
        for i in 0..<above { slice[i, j] = stacked?[i, j] ?? 0 }
        let length = j < columnCount ? lengths[j] : targetLength
        guard length > 0 else { continue }
        for i in rows {
          let value = j < columnCount ? self[i, j] : target[i]
          slice[above + i - rows.lowerBound, j] = value / length
        }
      }
      stacked = slice.triangularFactor
      guard stacked != nil else { return nil }
    }
    guard let stacked else { return nil }
    let count = stacked.rowCount * columnCount
    let design = Matrix(
      rowCount: stacked.rowCount,
      columnCount: columnCount,
      storage: Array(stacked.storage[..<count])
    )
    return (design, Array(stacked.column(columnCount)))
  }

  /// `coefficients` without their part in the space of vectors that change nothing.
  private func shortened(
    _ coefficients: [Double],
    parts: SingularValues,
    rank: Int,
    lengths: [Double]
  ) -> [Double] {
    // Rows of R's null space: the full set of right vectors needs as many rows as columns.
    guard let full = parts.completed(columnCount: columnCount) else { return coefficients }
    var columns: [[Double]] = []
    for index in rank..<columnCount {
      let vector = (0..<columnCount).map { j in
        lengths[j] > 0 ? full[index, j] / lengths[j] : full[index, j]
      }
      let size = length(of: vector[...])
      columns.append(vector.map { $0 / size })
    }
    let null = Matrix(columns: columns, rowCount: columnCount)
    guard let basis = null.singularValues?.left else { return coefficients }
    let inside = basis.times(basis.times(coefficients, transposed: true))
    return zip(coefficients, inside).map { $0 - $1 }
  }
}

extension SingularValues {
  /// All right vectors as rows, those of the null space filled in.
  fileprivate func completed(columnCount: Int) -> Matrix? {
    guard rightTransposed.rowCount < columnCount else { return rightTransposed }
    var padded = Matrix(rowCount: columnCount, columnCount: columnCount)
    for i in 0..<rightTransposed.rowCount {
      for j in 0..<columnCount { padded[i, j] = rightTransposed[i, j] }
    }
    // The padded matrix has singular values 1 and 0; its right vectors for 0 span the null space.
    guard let null = padded.singularValues?.rightTransposed else { return nil }
    for i in rightTransposed.rowCount..<columnCount {
      for j in 0..<columnCount { padded[i, j] = null[i, j] }
    }
    return padded
  }
}

/// The Euclidean length, without overflow on the way.
private func length(of values: ArraySlice<Double>) -> Double {
  var largest = 0.0
  for value in values { largest = max(largest, abs(value)) }
  guard largest > 0, largest.isFinite else { return largest }
  let scale = Double(sign: .plus, exponent: largest.exponent, significand: 1)
  var total = 0.0
  for value in values {
    let part = value / scale
    total += part * part
  }
  return total.squareRoot() * scale
}
