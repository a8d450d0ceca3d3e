import Statistics
import Testing

@Suite struct OutlierRuleTests {
  @Test func `values beyond the bounds are counted on either side`() {
    let values: [Double] = [1, 2, 3, 4, 5, 100, -100, .nan]
    let found = OutlierRule.iqr(k: 1.5).outliers(of: values)
    #expect(found.below == 1)
    #expect(found.above == 1)
  }

  @Test func `without spread there are no bounds`() {
    #expect(OutlierRule.iqr(k: 1.5).bounds(of: [0, 0, 0, 0, 0, 9]) == nil)
    #expect(OutlierRule.mad(k: 3.5).outliers(of: [0, 0, 0, 9]).above == 0)
    #expect(OutlierRule.zscore(k: 3).bounds(of: [5]) == nil)
    #expect(OutlierRule.zscore(k: 3).bounds(of: [.nan]) == nil)
  }
}
