import Language
import Statistics
import Tables
import Testing

@Suite struct SampleStatisticsTests {
  static let names = StatisticsOracle.all.map(\.name)

  private func oracle(_ name: String) throws -> StatisticsOracle {
    try #require(StatisticsOracle.all.first { $0.name == name })
  }

  @Test func `there is a reference for every sample`() {
    #expect(Self.names.count == 6)
  }

  @Test(arguments: names)
  func `summaries agree with pandas and scipy`(name: String) throws {
    let oracle = try oracle(name)
    let frame = try oracle.frame
    #expect(frame.rowCount == oracle.rows)
    #expect(frame.columns.filter { $0.kind == .number }.map(\.name) == oracle.numbers.map(\.name))
    for expected in oracle.numbers {
      let found = ColumnSummary(of: try frame.column(named: expected.name))
      let numbers = try #require(found.numbers)
      #expect(found.count == expected.count)
      #expect(found.missing == expected.missing)
      #expect(found.distinct == expected.distinct)
      #expect(agree(numbers.mean, expected.mean))
      #expect(agree(numbers.sd, expected.sd))
      #expect(numbers.min == expected.min)
      #expect(agree(numbers.q1, expected.q1))
      #expect(agree(numbers.median, expected.median))
      #expect(agree(numbers.q3, expected.q3))
      #expect(numbers.max == expected.max)
      #expect(agree(numbers.skewness, expected.skewness))
      #expect(agree(numbers.kurtosis, expected.kurtosis))
    }
    for expected in oracle.others {
      let found = ColumnSummary(of: try frame.column(named: expected.name))
      #expect(found.count == expected.count)
      #expect(found.missing == expected.missing)
      #expect(found.distinct == expected.distinct)
      #expect(found.topCount == expected.topCount)
      if found.kind != .datetime { #expect(found.top == .text(expected.top)) }
    }
  }

  @Test(arguments: names)
  func `correlations agree with pandas`(name: String) throws {
    let oracle = try oracle(name)
    let frame = try oracle.frame
    let columns = try oracle.numbers.map { try frame.column(named: $0.name).numbers() }
    for (method, expected) in [(Correlation.pearson, oracle.pearson), (.spearman, oracle.spearman)]
    {
      let found = try method.matrix(of: columns)
      for a in columns.indices {
        for b in columns.indices {
          let isNear =
            switch (found[a][b], expected[a][b]) {
            case (let x?, let y?): abs(x - y) <= 1e-9 * abs(y) || abs(x - y) <= 1e-13
            case (let x, let y): x == nil && y == nil
            }
          #expect(isNear, "\(method) \(oracle.numbers[a].name) \(oracle.numbers[b].name)")
        }
      }
    }
  }

  @Test(arguments: names)
  func `ten bins are those of numpy`(name: String) throws {
    let oracle = try oracle(name)
    let frame = try oracle.frame
    for expected in oracle.numbers {
      let values = try frame.column(named: expected.name).numbers()
      let bins = try #require(Bins(count: 10, of: values))
      #expect(
        zip(bins.edges, expected.edges).allSatisfy { abs($0 - $1) <= 1e-12 * max(1, abs($1)) }
      )
      #expect(bins.counts(of: values).reduce(0, +) == expected.count)
      let own = try #require(Bins(edges: expected.edges))
      #expect(own.counts(of: values) == expected.counts, "\(expected.name)")
    }
  }

  @Test(arguments: names)
  func `outlier bounds and counts agree`(name: String) throws {
    let oracle = try oracle(name)
    let frame = try oracle.frame
    for expected in oracle.numbers {
      let values = try frame.column(named: expected.name).numbers()
      let rules: [(OutlierRule, StatisticsOracle.Bounds?)] = [
        (.iqr(k: 1.5), expected.iqr), (.zscore(k: 3), expected.zscore),
        (.mad(k: 3.5), expected.mad),
      ]
      for (rule, bounds) in rules {
        let found = rule.outliers(of: values)
        #expect(agree(found.lower, bounds?.lower), "\(expected.name) \(rule)")
        #expect(agree(found.upper, bounds?.upper), "\(expected.name) \(rule)")
        #expect(found.below == bounds?.below ?? 0, "\(expected.name) \(rule)")
        #expect(found.above == bounds?.above ?? 0, "\(expected.name) \(rule)")
      }
    }
  }

  @Test(arguments: names)
  func `patterns of missing values agree`(name: String) throws {
    let oracle = try oracle(name)
    let found = Missingness(of: try oracle.frame)
    #expect(
      Set(found.patterns.map { "\($0.columns) \($0.rows)" })
        == Set(oracle.patterns.map { "\($0.columns) \($0.rows)" })
    )
    #expect(found.patterns.map(\.rows) == found.patterns.map(\.rows).sorted(by: >))
  }

  @Test(arguments: names)
  func `bins by themselves hold every value and have round edges`(name: String) throws {
    let oracle = try oracle(name)
    let frame = try oracle.frame
    for expected in oracle.numbers {
      let values = try frame.column(named: expected.name).numbers()
      let bins = try #require(Bins(of: values))
      #expect(bins.counts(of: values).reduce(0, +) == expected.count)
      #expect(bins.count <= 62)
    }
  }
}
