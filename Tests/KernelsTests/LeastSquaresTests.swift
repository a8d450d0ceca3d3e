import Kernels
import Testing

struct LeastSquaresTests {
  @Test(arguments: ["full", "deficient", "wide"])
  func `solutions agree with numpy's to 1e-9`(name: String) throws {
    let problem = try #require(try Oracle.load().leastSquares[name])
    let matrix = Matrix(columns: problem.columns)
    let solution = try #require(matrix.leastSquares(problem.target))
    #expect(solution.rank == (name == "full" ? 4 : name == "deficient" ? 3 : 5))
    #expect(agree(solution.coefficients, problem.coefficients, 1e-9))
    #expect(agree(matrix.times(solution.coefficients), problem.fitted, 1e-9))
  }

  @Test func `many rows in slices give the exact line`() throws {
    let x = (0..<20_000).map { Double($0) }
    let ones = [Double](repeating: 1, count: x.count)
    let solution = try #require(
      Matrix(columns: [ones, x]).leastSquares(x.map { 3 - 0.5 * $0 })
    )
    #expect(agree(solution.coefficients, [3, -0.5], 1e-11))
  }

  @Test func `units far apart do not cost rank`() throws {
    let matrix = Matrix(columns: [[1e300, 0, 1e300], [0, 1e-300, 1e-300]])
    let solution = try #require(matrix.leastSquares([1, 2, 3]))
    #expect(solution.rank == 2)
    #expect(agree(solution.coefficients[0], 1e-300, 1e-12))
    #expect(agree(solution.coefficients[1], 2e300, 1e-12))
  }

  @Test func `empty, zero and broken problems have plain answers`() {
    #expect(Matrix(rowCount: 3, columnCount: 0).leastSquares([1, 2, 3])?.coefficients == [])
    #expect(Matrix(rowCount: 0, columnCount: 2).leastSquares([])?.coefficients == [0, 0])
    #expect(Matrix(rowCount: 2, columnCount: 2).leastSquares([1, 2])?.coefficients == [0, 0])
    #expect(Matrix(columns: [[1, 2]]).leastSquares([0, 0])?.rank == 1)
    #expect(Matrix(columns: [[1, .nan]]).leastSquares([1, 2]) == nil)
    #expect(Matrix(columns: [[1, 2]]).leastSquares([1, .infinity]) == nil)
  }
}
