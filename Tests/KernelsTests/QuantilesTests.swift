import Kernels
import Testing

struct QuantilesTests {
  @Test func `quantiles are numpy's to the last bit`() throws {
    let oracle = try Oracle.load()
    for column in oracle.columns {
      #expect(
        quantiles(oracle.probabilities, of: column.values) == column.quantiles,
        "\(column.name)"
      )
    }
  }

  @Test func `selection equals sorting on many values`() {
    var random = RandomGenerator(seed: Seed(1))
    let values = (0..<30_000).map { _ in random.normal() * 1e-9 + 1 }
    let sorted = values.sorted()
    let places = [0, 1, 14_999, 15_000, 29_998, 29_999]
    let found = quantiles(places.map { Double($0) / 29_999 }, of: values)
    for (place, value) in zip(places, found) { #expect(abs(value - sorted[place]) <= 1e-15) }
  }

  @Test func `nothing has no quantile and one value is all of them`() {
    #expect(quantiles([0, 0.5], of: [] as [Double]).allSatisfy { $0.isNaN })
    #expect(quantiles([0, 0.3, 1], of: [7]) == [7, 7, 7])
  }

  @Test func `probabilities outside the range are held to it and NaN stays NaN`() {
    let found = quantiles([-1, 2, .nan], of: [1, 2, 3])
    #expect(found[0] == 1)
    #expect(found[1] == 3)
    #expect(found[2].isNaN)
  }

  @Test func `infinities are numbers like any other`() {
    #expect(quantiles([0, 0.5, 1], of: [-.infinity, 5, .infinity]) == [-.infinity, 5, .infinity])
    #expect(quantiles([0.25], of: [-.infinity, 5]) == [-.infinity])
    #expect(quantiles([0.5], of: [-1.7e308, 1.7e308]) == [0])
  }

  @Test func `the median is the middle`() {
    #expect(median(of: [3, 1, 2]) == 2)
    #expect(median(of: [4, 1, 2, 3]) == 2.5)
    #expect(median(of: [] as [Double]).isNaN)
  }

  @Test(arguments: [1 << 15, 100_000, 300_001], [0, 1, 2, 3, 4])
  func `many values have the quantiles of their sorted order`(count: Int, shape: Int) {
    var generator = RandomGenerator(seed: Seed(5))
    let values = (0..<count).map { place -> Double in
      let uniform = Double(generator.next() >> 11) * 0x1p-53
      return switch shape {
      case 0: uniform - 0.5
      case 1: (uniform * 3).rounded()
      case 2: place == 77 ? 1 : 0
      case 3: uniform < 0.2 ? -.infinity : uniform > 0.7 ? .infinity : uniform
      default: 1 / (uniform - 0.5)
      }
    }
    let sorted = values.sorted()
    let shares = [0, 0.001, 0.25, 0.5, 0.75, 0.9999, 1]
    for (share, found) in zip(shares, quantiles(shares, of: values)) {
      let place = Double(count - 1) * share
      let (low, high) = (sorted[Int(place)], sorted[min(count - 1, Int(place) + 1)])
      #expect(low <= found && found <= high)
      if place == place.rounded() { #expect(found == low) }
    }
  }
}
