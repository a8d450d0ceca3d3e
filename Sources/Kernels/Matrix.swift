/// A dense matrix of doubles, column by column.
@usableFromInline
package struct Matrix: Hashable, Sendable {
  @usableFromInline package let rowCount: Int
  @usableFromInline package let columnCount: Int
  /// Column-major: the entry (i, j) is at `i + j * rowCount`.
  @usableFromInline package private(set) var storage: [Double]

  /// The matrix of `storage`, column by column, exactly `rowCount * columnCount` entries.
  package init(rowCount: Int, columnCount: Int, storage: [Double]) {
    precondition(
      rowCount >= 0 && columnCount >= 0 && storage.count == rowCount * columnCount,
      "storage of \(storage.count) entries for a \(rowCount) x \(columnCount) matrix"
    )
    self.rowCount = rowCount
    self.columnCount = columnCount
    self.storage = storage
  }

  package init(rowCount: Int, columnCount: Int, repeating value: Double = 0) {
    self.init(
      rowCount: rowCount,
      columnCount: columnCount,
      storage: [Double](repeating: value, count: rowCount * columnCount)
    )
  }

  /// The matrix of columns of one length; `rowCount` is needed when there may be none.
  package init(columns: [[Double]], rowCount: Int? = nil) {
    let rowCount = rowCount ?? columns.first?.count ?? 0
    precondition(columns.allSatisfy { $0.count == rowCount }, "columns have one length")
    self.init(rowCount: rowCount, columnCount: columns.count, storage: Array(columns.joined()))
  }

  @inlinable package subscript(row: Int, column: Int) -> Double {
    get {
      precondition(row >= 0 && row < rowCount, "row within the matrix")
      return storage[row + column * rowCount]
    }
    set {
      precondition(row >= 0 && row < rowCount, "row within the matrix")
      storage[row + column * rowCount] = newValue
    }
  }

  package func column(_ index: Int) -> ArraySlice<Double> {
    storage[index * rowCount..<(index + 1) * rowCount]
  }

  package func row(_ index: Int) -> [Double] {
    (0..<columnCount).map { self[index, $0] }
  }

  package var transposed: Matrix {
    var result = Matrix(rowCount: columnCount, columnCount: rowCount)
    for j in 0..<columnCount {
      for i in 0..<rowCount { result[j, i] = self[i, j] }
    }
    return result
  }

  /// Adds a matrix of the same size, entry by entry.
  package mutating func add(_ other: Matrix) {
    precondition(
      rowCount == other.rowCount && columnCount == other.columnCount,
      "sizes of a sum agree"
    )
    for index in storage.indices { storage[index] += other.storage[index] }
  }

  package var isFinite: Bool { storage.allSatisfy(\.isFinite) }
}

extension Matrix {
  /// Room for the linear algebra library, whose sizes are 32-bit.
  static let largestSize = Int(Int32.max)

  mutating func withStorage<Result>(
    _ body: (UnsafeMutablePointer<Double>) -> Result
  ) -> Result? {
    unsafe storage.withUnsafeMutableBufferPointer { buffer in
      // Safe: BLAS and LAPACK touch rowCount * columnCount entries, which is the buffer's count.
      unsafe buffer.baseAddress.map { unsafe body($0) }
    }
  }

  func withStorage<Result>(_ body: (UnsafePointer<Double>) -> Result) -> Result? {
    unsafe storage.withUnsafeBufferPointer { buffer in
      unsafe buffer.baseAddress.map { unsafe body($0) }
    }
  }

  /// The size as the library wants it.
  var sizes: (rows: Int32, columns: Int32) {
    precondition(
      rowCount <= Self.largestSize && columnCount <= Self.largestSize,
      "sizes fit 32 bits"
    )
    return (Int32(rowCount), Int32(columnCount))
  }
}
