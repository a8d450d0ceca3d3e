import Statistics
import Testing

@Suite struct BinsTests {
  @Test func `few whole numbers get a bin each`() throws {
    let bins = try #require(Bins(of: [1, 2, 2, 5]))
    #expect(bins.edges == [0.5, 1.5, 2.5, 3.5, 4.5, 5.5])
    #expect(bins.counts(of: [1, 2, 2, 5, .nan]) == [1, 2, 0, 0, 1])
  }

  @Test func `edges are round`() throws {
    let values = (0..<1_000).map { Double($0) / 1_000 }
    let bins = try #require(Bins(of: values))
    #expect(
      bins.edges == (0...10).map { Double($0) / 10 } || bins.edges == (0...5).map { Double($0) / 5 }
    )
    let whole = try #require(Bins(of: (0..<1_000).map { Double($0 * 37 % 1_000) }))
    #expect(whole.edges.allSatisfy { $0 == $0.rounded() })
  }

  @Test func `the last bin holds its upper edge and nothing lies beyond`() throws {
    let bins = try #require(Bins(edges: [0, 1, 3]))
    #expect(bins.counts(of: [0, 1, 3, 3.1, -0.1, .nan, .infinity]) == [1, 2])
    #expect(bins.counts(of: [0, 2, 2], groups: [0, 1, nil], groupCount: 2) == [[1, 0], [0, 1]])
  }

  @Test func `one value and none`() throws {
    #expect(try #require(Bins(count: 4, of: [2])).edges == [1.5, 1.75, 2, 2.25, 2.5])
    #expect(try #require(Bins(of: [0.25, 0.25])).counts(of: [0.25, 0.25]).reduce(0, +) == 2)
    #expect(Bins(of: [.nan]) == nil)
    #expect(Bins(count: 3, of: []) == nil)
    #expect(Bins(edges: [1, 1]) == nil)
  }

  @Test func `extreme values make no trouble`() throws {
    for values in [
      [-1.7e308, 1.7e308], [0, .leastNonzeroMagnitude], [1e300, 2e300, 3e300],
      [1e15, 1e15 + 0.125, 1e15 + 0.25],
      [0, 0, 0, 0, 0, 0, 0, 0, 1e9], [-1e-300, 1e-300, 0.5e-300],
    ] {
      let bins = try #require(Bins(of: values))
      #expect(bins.counts(of: values).reduce(0, +) == values.count, "\(values)")
    }
  }

  @Test func `steps are 1, 2 or 5 times a power of ten`() {
    #expect(RoundStep(atLeast: 0.03).size == 0.05)
    #expect(RoundStep(atLeast: 1).size == 1)
    #expect(RoundStep(atLeast: 7).size == 10)
    #expect(RoundStep(atLeast: 0.1).multiple(3) == 0.3)
    #expect(RoundStep(atLeast: 0.2).whole.size == 1)
  }
}
