import Kernels
import Testing

@Suite struct GroupedNumbersTests {
  /// Values with gaps and ties, in groups of very different sizes, the last one empty.
  private func example(count: Int) -> (values: [Double], codes: [UInt32], groupCount: Int) {
    var generator = RandomGenerator(seed: Seed(11))
    var values: [Double] = []
    var codes: [UInt32] = []
    for _ in 0..<count {
      let bits = generator.next()
      values.append(bits % 11 == 0 ? .nan : Double(bits >> 40) / 1024)
      codes.append(bits & 1 == 0 ? 0 : UInt32(bits >> 8 & 255))
    }
    return (values, codes, 257)
  }

  private func parts(_ values: [Double], _ codes: [UInt32], _ groupCount: Int) -> [[Double]] {
    var parts = [[Double]](repeating: [], count: groupCount)
    for (value, code) in zip(values, codes) where !value.isNaN { parts[Int(code)].append(value) }
    return parts
  }

  @Test(arguments: [0, 10, 1000, 200_000])
  func `each group has its values in their order`(count: Int) {
    let (values, codes, groupCount) = example(count: count)
    let grouped = GroupedNumbers(values.span, codes: codes.span, groupCount: groupCount)
    let expected = parts(values, codes, groupCount)
    for group in 0..<groupCount {
      #expect(
        Array(grouped.values[grouped.starts[group]..<grouped.starts[group + 1]]) == expected[group]
      )
    }
  }

  @Test(arguments: [0, 10, 1000, 200_000], [0, 0.1, 0.25, 0.5, 0.999, 1])
  func `quantiles of groups are those of each by itself`(count: Int, probability: Double) {
    let (values, codes, groupCount) = example(count: count)
    let found = GroupedNumbers(values.span, codes: codes.span, groupCount: groupCount)
      .quantiles(probability)
    let expected = parts(values, codes, groupCount).map { part -> Double in
      let sorted = part.sorted()
      guard let last = sorted.indices.last else { return .nan }
      let place = Double(last) * probability
      let low = sorted[Int(place)]
      let high = sorted[min(last, Int(place) + 1)]
      return low + (high - low) * (place - place.rounded(.down))
    }
    #expect(found.count == groupCount)
    #expect(
      zip(found, expected).allSatisfy { $0.isNaN ? $1.isNaN : abs($0 - $1) <= 1e-9 * abs($1) }
    )
  }

  @Test func `sums and squares of groups are those of each by itself`() throws {
    let (values, codes, groupCount) = example(count: 200_000)
    let sums = GroupSums(of: values.span, codes: codes.span, groupCount: groupCount)
    let found = sums.squares(of: values.span, codes: codes.span)
    let squares = try #require(found)
    for (group, part) in parts(values, codes, groupCount).enumerated() {
      #expect(sums.counts[group] == part.count)
      #expect(abs(sums.sums[group] - sum(of: part)) <= 1e-12 * sums.sums[group])
      guard part.count > 1 else { continue }
      let sd = (squares[group] / Double(part.count - 1)).squareRoot()
      #expect(abs(sd - Moments(of: part).standardDeviation) <= 1e-12 * sd)
    }
  }

  @Test func `squares beyond the range of doubles are none`() {
    let codes: [UInt32] = [0, 0, 0]
    for size in [1e200, 1e-170] {
      let values = [size, -size, size]
      let sums = GroupSums(of: values.span, codes: codes.span, groupCount: 1)
      let squares = sums.squares(of: values.span, codes: codes.span)
      #expect(squares == nil)
    }
  }
}
