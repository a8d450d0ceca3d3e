import Kernels
import Testing

struct SortingTests {
  @Test(arguments: [0, 1, 2, 100, 512, 513, 20_000])
  func `order is ascending and stable at any size`(count: Int) {
    var random = RandomGenerator(seed: Seed(count))
    let values = (0..<count).map { _ in Double(random.below(50) - 25) * 1e3 }
    let expected = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    #expect(ascendingOrder(of: values) == expected)
    #expect(ascending(values) == values.sorted())
  }

  @Test func `infinities go to the ends and zeros are equal`() {
    #expect(ascendingOrder(of: [.infinity, 0, -0.0, -.infinity, -1]) == [3, 4, 1, 2, 0])
    #expect(ascendingOrder(of: [.nan, 1, .infinity]) == [1, 2, 0])
  }

  @Test func `ranks agree with scipy`() throws {
    for column in try Oracle.load().columns {
      #expect(meanRanks(of: column.values) == column.ranks, "\(column.name)")
    }
    #expect(meanRanks(of: [] as [Double]) == [])
  }
}
