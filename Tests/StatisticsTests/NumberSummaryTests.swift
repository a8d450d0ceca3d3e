import Statistics
import Testing

@Suite struct NumberSummaryTests {
  @Test func `figures without meaning are nil`() {
    let none = NumberSummary(of: [.nan, .nan])
    #expect(none.count == 0)
    #expect(none.missing == 2)
    #expect(none.distinct == 0)
    #expect(none.mean == nil && none.sd == nil && none.min == nil && none.median == nil)
    let one = NumberSummary(of: [3])
    #expect(one.mean == 3 && one.median == 3 && one.q1 == 3)
    #expect(one.sd == nil && one.skewness == nil)
    let constant = NumberSummary(of: [2, 2, 2, 2, 2])
    #expect(constant.sd == 0)
    #expect(constant.skewness == nil && constant.kurtosis == nil)
    #expect(constant.distinct == 1)
  }

  @Test func `both zeros are one value`() {
    #expect(distinctCount(of: [0, -0.0, 1]) == 2)
  }
}
