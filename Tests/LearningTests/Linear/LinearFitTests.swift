import Diagnostics
import Kernels
import Learning
import Testing

struct LinearFitTests {
  @Test func `coefficients agree with scikit-learn to 1e-6 and better`() throws {
    let oracle = try LearningOracle.shared.get()
    for known in oracle.linear {
      let target = try #require(oracle.numbers[known.design])
      let fit = try LinearFit(
        oracle.matrix(known.design),
        target: target,
        weights: known.weighted ? oracle.weights : nil,
        penalty: known.penalty
      )
      #expect(
        largestDifference(fit.coefficients, known.coefficients) < 1e-7,
        "\(known.design) \(known.penalty)"
      )
      #expect(abs(fit.intercept / known.intercept - 1) < 1e-7, "\(known.design)")
      #expect(
        fit.rank == known.coefficients.count
          - (known.penalty == 0 && known.design == "deficient" ? 2 : 0)
      )
    }
  }

  @Test func `a weight counts as that many rows`() throws {
    let design = Matrix(columns: [[1, 2, 4, 8, 8]])
    let twice = try LinearFit(design, target: [1, 3, 2, 5, 5])
    let weighted = try LinearFit(
      Matrix(columns: [[1, 2, 4, 8, 100]]),
      target: [1, 3, 2, 5, 0],
      weights: [1, 1, 1, 2, 0]
    )
    #expect(abs(twice.coefficients[0] - weighted.coefficients[0]) < 1e-14)
    #expect(abs(twice.intercept - weighted.intercept) < 1e-14)
  }

  @Test func `without columns or spread the mean is left`() throws {
    let none = try LinearFit(Matrix(rowCount: 3, columnCount: 0), target: [1, 2, 6])
    #expect(none.coefficients == [] && none.intercept == 3)
    let flat = try LinearFit(Matrix(columns: [[0.1, 0.1, 0.1]]), target: [1, 2, 6])
    #expect(flat.coefficients == [0] && flat.intercept == 3 && flat.rank == 0)
    let one = try LinearFit(Matrix(columns: [[5]]), target: [7], penalty: 1)
    #expect(one.coefficients == [0] && one.intercept == 7)
  }

  @Test func `more columns than rows pass through every point`() throws {
    let design = Matrix(columns: [[1, 2], [0, 5], [3, -1], [1, 1]])
    let fit = try LinearFit(design, target: [4, -2])
    let fitted = design.times(fit.coefficients).map { $0 + fit.intercept }
    #expect(largestDifference(fitted, [4, -2]) < 1e-14)
  }

  @Test func `what can't be fitted is said`() {
    #expect(throws: Diagnostic.self) {
      try LinearFit(Matrix(rowCount: 0, columnCount: 1), target: [])
    }
    #expect(throws: Diagnostic.self) {
      try LinearFit(Matrix(columns: [[1, .nan]]), target: [1, 2])
    }
    #expect(throws: Diagnostic.self) {
      try LinearFit(Matrix(columns: [[1, 2]]), target: [1, 2], weights: [0, 0])
    }
    #expect(throws: Diagnostic.self) {
      try LinearFit(Matrix(columns: [[1, 2]]), target: [1, 2], penalty: -1)
    }
  }
}
