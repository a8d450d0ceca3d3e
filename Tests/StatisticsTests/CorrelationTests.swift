import Statistics
import Testing

@Suite struct CorrelationTests {
  @Test func `rows with a missing value are left out pair by pair`() throws {
    #expect(Correlation.pearson.coefficient([1, 2, .nan, 4], [2, 4, 9, 8]) == 1)
    #expect(Correlation.spearman.coefficient([1, 2, 3, 100], [-1, -2, -3, .nan]) == -1)
  }

  @Test func `without spread or with one row there is none`() throws {
    #expect(Correlation.pearson.coefficient([1, 1, 1], [1, 2, 3]) == nil)
    #expect(Correlation.pearson.coefficient([1], [2]) == nil)
    #expect(Correlation.spearman.coefficient([.nan, 1], [1, .nan]) == nil)
    #expect(try Correlation.pearson.matrix(of: []).isEmpty)
  }

  @Test func `large and small numbers stay in range`() throws {
    let large = try #require(Correlation.pearson.coefficient([1e200, 2e200, 3e200], [1, 2, 3.5]))
    let plain = try #require(Correlation.pearson.coefficient([1, 2, 3], [1, 2, 3.5]))
    #expect(abs(large - plain) < 1e-14)
  }

  @Test func `a matrix is symmetric with ones`() throws {
    let columns: [[Double]] = [[1, 2, 3, 4], [4, 1, 3, 2], [1, .nan, 2, 5]]
    let matrix = try Correlation.spearman.matrix(of: columns)
    for a in 0..<3 {
      #expect(matrix[a][a] == 1)
      for b in 0..<3 {
        #expect(matrix[a][b] == matrix[b][a])
        #expect(
          matrix[a][b] == Correlation.spearman.coefficient(columns[max(a, b)], columns[min(a, b)])
        )
      }
    }
  }
}
