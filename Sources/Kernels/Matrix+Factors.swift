private import CLinearAlgebra

/// Eigenvalues, ascending, and the matrix whose columns are their unit eigenvectors.
package struct SymmetricEigen: Hashable, Sendable {
  package let values: [Double]
  package let vectors: Matrix
}

/// The thin decomposition `left * diag(values) * rightTransposed`, values descending.
package struct SingularValues: Hashable, Sendable {
  package let left: Matrix
  package let values: [Double]
  package let rightTransposed: Matrix

  /// How many values count as more than rounding: those above the largest times `tolerance`.
  package func rank(tolerance: Double) -> Int {
    let bound = (values.first ?? 0) * tolerance
    return values.prefix { $0 > bound }.count
  }
}

extension Matrix {
  /// The solution X of `self * X = right` for a symmetric positive definite matrix, whose lower
  /// triangle alone is read; nil when it is not positive definite (or holds NaN or infinity).
  package func solvedByCholesky(_ right: Matrix) -> Matrix? {
    precondition(rowCount == columnCount && right.rowCount == rowCount, "sizes agree")
    guard rowCount > 0, right.columnCount > 0 else { return right }
    guard isFinite, right.isFinite else { return nil }
    var factor = self
    var solution = right
    let (size, columns) = (sizes.rows, right.sizes.columns)
    guard unsafe factor.withStorage({ unsafe la_cholesky(size, $0) }) == 0 else { return nil }
    let code = unsafe solution.withStorage { b in
      unsafe factor.withStorage { a in unsafe la_cholesky_solve(size, columns, a, b) }
    }
    return code == 0 && solution.isFinite ? solution : nil
  }

  package func solvedByCholesky(_ right: [Double]) -> [Double]? {
    solvedByCholesky(Matrix(rowCount: right.count, columnCount: 1, storage: right))?.storage
  }

  /// The upper triangular R of the QR factorisation, with min(rowCount, columnCount) rows; nil when
  /// an entry is not finite.
  package var triangularFactor: Matrix? {
    guard isFinite else { return nil }
    let height = min(rowCount, columnCount)
    var result = Matrix(rowCount: height, columnCount: columnCount)
    guard height > 0 else { return result }
    var work = self
    let (rows, columns) = sizes
    guard unsafe work.withStorage({ unsafe la_triangular_factor(rows, columns, $0) }) == 0
    else { return nil }
    for j in 0..<columnCount {
      for i in 0...min(j, height - 1) { result[i, j] = work[i, j] }
    }
    return result
  }

  /// The thin singular value decomposition; nil when an entry is not finite or it does not converge.
  package var singularValues: SingularValues? {
    guard isFinite else { return nil }
    let count = min(rowCount, columnCount)
    var left = Matrix(rowCount: rowCount, columnCount: count)
    var right = Matrix(rowCount: count, columnCount: columnCount)
    var values = [Double](repeating: 0, count: count)
    guard count > 0 else {
      return SingularValues(left: left, values: values, rightTransposed: right)
    }
    var work = self
    let (rows, columns) = sizes
    let code = unsafe values.withUnsafeMutableBufferPointer { s in
      unsafe work.withStorage { a in
        unsafe left.withStorage { u in
          unsafe right.withStorage { vt in
            // Safe: u, s and vt hold count columns, values and rows, as the shim documents.
            unsafe s.baseAddress.map { unsafe la_singular_values(rows, columns, a, $0, u, vt) }
          }
        }
      }
    }
    guard code == .some(.some(.some(.some(0)))) else { return nil }
    return SingularValues(left: left, values: values, rightTransposed: right)
  }

  /// The eigenvalues and eigenvectors of a symmetric matrix, whose lower triangle alone is read;
  /// nil when an entry is not finite or it does not converge.
  package var symmetricEigen: SymmetricEigen? {
    precondition(rowCount == columnCount, "a symmetric matrix is square")
    guard isFinite else { return nil }
    var vectors = self
    var values = [Double](repeating: 0, count: rowCount)
    guard rowCount > 0 else { return SymmetricEigen(values: values, vectors: vectors) }
    let size = sizes.rows
    let code = unsafe values.withUnsafeMutableBufferPointer { w in
      unsafe vectors.withStorage { a in
        unsafe w.baseAddress.map { unsafe la_symmetric_eigen(size, a, $0) }
      }
    }
    guard code == .some(.some(0)) else { return nil }
    return SymmetricEigen(values: values, vectors: vectors)
  }
}
