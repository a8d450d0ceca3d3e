import Kernels
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

  /// Columns that go together, one with another scale, one constant; some with gaps.
  private func columns(isComplete: Bool) -> [[Double]] {
    var generator = RandomGenerator(seed: Seed(2))
    var columns = [[Double]](repeating: [], count: 6)
    for row in 0..<20_000 {
      let (x, y) = (generator.normal(), generator.normal())
      let all = [x, x + y, 1e9 + y, 1e-200 * (x - y), 5, row < 19_990 ? x : 1e6 + y]
      for place in all.indices {
        let isGap = !isComplete && place % 2 == 1 && generator.next() % 5 == 0
        columns[place].append(isGap ? .nan : all[place])
      }
    }
    return columns
  }

  @Test(arguments: [true, false], Correlation.allCases)
  func `many rows at once give what pair by pair gives`(
    isComplete: Bool,
    method: Correlation
  ) throws {
    let columns = columns(isComplete: isComplete)
    let matrix = try method.matrix(of: columns)
    for a in columns.indices {
      for b in columns.indices {
        let pair = method.coefficient(columns[a], columns[b])
        #expect((matrix[a][b] == nil) == (pair == nil), "\(a) \(b)")
        let distance = abs((matrix[a][b] ?? 0) - (pair ?? 0))
        #expect(distance < 1e-12, "\(a) \(b)")
      }
    }
  }

  @Test func `rows that hardly spread among far ones are looked at by themselves`() throws {
    // The second column is there only where the first is near a thousand million.
    var first: [Double] = []
    var second: [Double] = []
    for row in 0..<10_000 {
      let isFar = row >= 9000
      let step = Double(row % 7)
      first.append(isFar ? 1e9 + step : Double(row % 10))
      second.append(isFar ? step : .nan)
    }
    let matrix = try Correlation.pearson.matrix(of: [first, second])
    #expect((matrix[0][1] ?? 0) > 1 - 1e-9)
  }
}
