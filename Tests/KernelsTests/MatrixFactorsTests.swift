import Kernels
import Testing

struct MatrixFactorsTests {
  @Test func `eigenvalues and solutions agree with numpy to 1e-12`() throws {
    let eigen = try Oracle.load().eigen
    let matrix = Matrix(columns: eigen.columns)
    let found = try #require(matrix.symmetricEigen)
    #expect(agree(found.values, eigen.values, 1e-12))
    let image = matrix.times(found.vectors)
    for j in 0..<4 {
      let scaled = found.vectors.column(j).map { $0 * found.values[j] }
      #expect(agree(Array(image.column(j)), scaled, 1e-12))
    }
    let solved = try #require(matrix.solvedByCholesky([1, 2, 3, 4]))
    #expect(agree(solved, eigen.solved, 1e-12))
  }

  @Test func `singular values rebuild the matrix`() throws {
    let matrix = Matrix(columns: [[1, 2, 3], [4, 5, 7]])
    let parts = try #require(matrix.singularValues)
    var scaled = parts.rightTransposed
    for i in 0..<2 { for j in 0..<2 { scaled[i, j] *= parts.values[i] } }
    #expect(agree(parts.left.times(scaled).storage, matrix.storage, 1e-14))
    #expect(parts.rank(tolerance: 1e-12) == 2)
  }

  @Test func `what cannot be factored gives nil`() {
    #expect(Matrix(columns: [[1, 2], [2, 1]]).solvedByCholesky([1, 1]) == nil)
    #expect(Matrix(columns: [[.nan, 0], [0, 1]]).solvedByCholesky([1, 1]) == nil)
    #expect(Matrix(columns: [[.infinity]]).symmetricEigen == nil)
    #expect(Matrix(columns: [[.nan]]).singularValues == nil)
    #expect(Matrix(columns: [[.nan]]).triangularFactor == nil)
  }

  @Test func `empty matrices have empty factors`() {
    let empty = Matrix(rowCount: 0, columnCount: 0)
    #expect(empty.symmetricEigen?.values == [])
    #expect(empty.singularValues?.values == [])
    #expect(empty.solvedByCholesky([]) == [])
  }
}
