import Kernels
import Testing

struct MatrixTests {
  let a = Matrix(columns: [[1, 4], [2, 5], [3, 6]])

  @Test func `entries stand by row and column`() {
    #expect(a[1, 2] == 6)
    #expect(a.row(0) == [1, 2, 3])
    #expect(Array(a.column(1)) == [2, 5])
    #expect(a.transposed.row(2) == [3, 6])
  }

  @Test func `products by hand`() {
    #expect(a.times(a, otherTransposed: true) == Matrix(columns: [[14, 32], [32, 77]]))
    #expect(a.times(a, transposed: true) == a.gram)
    #expect(a.times([1, 0, -1]) == [-2, -2])
    #expect(a.times([1, 1], transposed: true) == [5, 7, 9])
  }

  @Test func `empty matrices multiply to zeros`() {
    let empty = Matrix(rowCount: 0, columnCount: 2)
    #expect(empty.gram == Matrix(rowCount: 2, columnCount: 2))
    #expect(empty.times([1, 1]) == [])
    #expect(empty.times([], transposed: true) == [0, 0])
  }
}
