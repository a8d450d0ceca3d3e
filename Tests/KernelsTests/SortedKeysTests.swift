import Kernels
import Testing

@Suite struct SortedKeysTests {
  /// Keys of every size, with few and with many different ones.
  private func keys(count: Int, below bound: UInt64) -> [UInt64] {
    var generator = RandomGenerator(seed: Seed(7))
    return (0..<count).map { _ in
      let key = generator.next()
      return bound == 0 ? key >> (key & 63) : key % bound
    }
  }

  @Test(arguments: [0, 1, 500, 20_000, 150_000], [0, 1, 3, 5000, 1 << 40] as [UInt64])
  func `keys ascend, and equal ones keep the order of rows`(count: Int, bound: UInt64) {
    let keys = keys(count: count, below: bound)
    let sorted = SortedKeys(of: keys.span)
    let expected = keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
    #expect(sorted.items.map { Int($0.row) } == expected)
    #expect(sorted.items.map(\.key) == expected.map { keys[$0] })
    #expect(sorted.starts.first == 0 && sorted.starts.last == count)
  }

  @Test(arguments: [0, 1, 500, 150_000], [0, 1, 3, 5000, 1 << 40] as [UInt64])
  func `ordered codes are places among the distinct keys`(count: Int, bound: UInt64) {
    let keys = keys(count: count, below: bound)
    let ordered = OrderedCodes(of: keys.span)
    #expect(ordered.distinct == Set(keys).sorted())
    #expect(ordered.codes.map { ordered.distinct[Int($0)] } == keys)
  }

  @Test(arguments: [0, 1, 500, 150_000], [0, 1, 3, 5000, 1 << 40] as [UInt64])
  func `counted keys say how often each comes`(count: Int, bound: UInt64) {
    let keys = keys(count: count, below: bound)
    let counted = CountedKeys(of: keys.span)
    let expected = Dictionary(grouping: keys) { $0 }.mapValues(\.count)
    #expect(counted.keys == expected.keys.sorted())
    #expect(Dictionary(uniqueKeysWithValues: zip(counted.keys, counted.counts)) == expected)
  }
}
