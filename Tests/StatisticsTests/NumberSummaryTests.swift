import Statistics
import Tables
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

  @Test func `whole numbers of a small range have the figures of the same doubles`() {
    let wholes = (0..<5000).map { Int64($0 * $0 % 997 - 300) }
    let missing = wholes.map { $0 % 7 == 0 ? nil : $0 }
    for column in [Column("x", integers: wholes), Column("x", integers: missing)] {
      let counted = NumberSummary(of: column)
      let plain = NumberSummary(of: column.doubles ?? [])
      #expect(counted.count == plain.count && counted.missing == plain.missing)
      #expect(counted.distinct == plain.distinct)
      #expect(counted.min == plain.min && counted.max == plain.max)
      #expect(counted.q1 == plain.q1 && counted.median == plain.median && counted.q3 == plain.q3)
      #expect(agree(counted.mean, plain.mean) && agree(counted.sd, plain.sd))
      #expect(agree(counted.skewness, plain.skewness))
      #expect(agree(counted.kurtosis, plain.kurtosis))
    }
  }
}
