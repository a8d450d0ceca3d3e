private import CLinearAlgebra

extension Matrix {
  /// The product `self * other`, either one transposed first where asked.
  package func times(
    _ other: Matrix,
    transposed: Bool = false,
    otherTransposed: Bool = false
  ) -> Matrix {
    let rows = transposed ? columnCount : rowCount
    let inner = transposed ? rowCount : columnCount
    let columns = otherTransposed ? other.rowCount : other.columnCount
    precondition(
      inner == (otherTransposed ? other.columnCount : other.rowCount),
      "inner sizes of a product agree"
    )
    var result = Matrix(rowCount: rows, columnCount: columns)
    guard rows > 0, columns > 0, inner > 0 else { return result }
    let (resultSize, mine, others) = (result.sizes, sizes, other.sizes)
    _ = unsafe result.withStorage { c in
      _ = unsafe withStorage { a in
        _ = unsafe other.withStorage { b in
          unsafe la_multiply(
            transposed,
            otherTransposed,
            resultSize.rows,
            resultSize.columns,
            Int32(inner),
            1,
            a,
            mine.rows,
            b,
            others.rows,
            0,
            c,
            resultSize.rows
          )
        }
      }
    }
    return result
  }

  /// The product with a column of numbers.
  package func times(_ vector: [Double], transposed: Bool = false) -> [Double] {
    precondition(
      vector.count == (transposed ? rowCount : columnCount),
      "inner sizes of a product agree"
    )
    var result = [Double](repeating: 0, count: transposed ? columnCount : rowCount)
    guard rowCount > 0, columnCount > 0 else { return result }
    let (rows, columns) = sizes
    _ = unsafe withStorage { a in
      unsafe vector.withUnsafeBufferPointer { x in
        unsafe result.withUnsafeMutableBufferPointer { y in
          // Safe: the counts were compared above and neither is zero.
          guard let x = x.baseAddress, let y = y.baseAddress else { return }
          unsafe la_multiply_vector(transposed, rows, columns, 1, a, rows, x, 0, y)
        }
      }
    }
    return result
  }

  /// The symmetric matrix `selfᵀ * self`, both triangles filled.
  package var gram: Matrix {
    var result = Matrix(rowCount: columnCount, columnCount: columnCount)
    guard rowCount > 0, columnCount > 0 else { return result }
    let (rows, columns) = sizes
    _ = unsafe result.withStorage { c in
      _ = unsafe withStorage { a in
        unsafe la_gram(columns, rows, 1, a, rows, 0, c, columns)
      }
    }
    for j in 0..<columnCount {
      for i in 0..<j { result[i, j] = result[j, i] }
    }
    return result
  }
}
