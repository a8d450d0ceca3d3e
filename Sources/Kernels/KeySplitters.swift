/// 255 keys that cut others into 256 buckets, each key into the one whose bounds hold it.
struct KeySplitters: Sendable {
  static let bucketCount = 256
  private static let levels = 8

  /// An implicit search tree of half keys: the children of place i are at 2i and 2i + 1; place 0
  /// is free.
  private let tree: [UInt64]

  /// By a sorted sample that depends on the number of keys alone.
  init(of keys: Span<UInt64>) {
    let count = 16 * Self.bucketCount
    var sample: [UInt64] = []
    for number in 0..<count {
      let mixed = StableHash.mixed(UInt64(number) &+ 1)
      sample.append(keys[Int(mixed.multipliedFullWidth(by: UInt64(keys.count)).high)])
    }
    sample = ascendingKeys(sample)
    var tree = [UInt64](repeating: 0, count: Self.bucketCount)
    for place in 1..<Self.bucketCount {
      // The place's rank in order: its level's first half step, then a step for each beside it.
      let level = Int.bitWidth - 1 - place.leadingZeroBitCount
      let step = Self.bucketCount >> level
      tree[place] = sample[((place - 1 << level) * step + step / 2) * 16] >> 1
    }
    self.tree = tree
  }

  /// The bucket of each key, and how many each bucket has.
  func buckets(of keys: Span<UInt64>) -> (buckets: [UInt8], counts: [Int]) {
    var counts = [Int](repeating: 0, count: Self.bucketCount)
    let tree = tree.span
    let buckets = unsafe [UInt8](unsafeUninitializedCapacity: keys.count) { buckets, initialized in
      for index in keys.indices {
        // Halves, so that the sign of a difference says which is greater, without a branch.
        let half = keys[index] >> 1
        var place = 1
        for _ in 0..<Self.levels {
          // Safe: below the last level a place is less than the number of buckets.
          let isGreater = unsafe (tree[unchecked: place] &- half) >> 63
          place = 2 &* place &+ Int(truncatingIfNeeded: isGreater)
        }
        let bucket = place &- Self.bucketCount
        counts[bucket] += 1
        // Safe: one element for each key.
        unsafe buckets[index] = UInt8(truncatingIfNeeded: bucket)
      }
      initialized = keys.count
    }
    return (buckets, counts)
  }
}
