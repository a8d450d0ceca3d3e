/// How many different numbers there are; both zeros are one, none is NaN.
///
/// Few are put into small tables by chunks. Many are divided by their hash first, so that each part's
/// table stays in a cache.
package func distinctCount(of values: Span<Double>) -> Int {
  let parts = ChunkRunner.parts(of: values) { values -> [UInt64]? in
    var table = KeyTable()
    for index in values.indices {
      _ = table.code(of: (values[index] + 0.0).bitPattern)
      if table.count > 1 << 11 { return nil }
    }
    return table.keys
  }
  var all = KeyTable()
  for part in parts {
    guard let part else { return distinctCountByParts(values) }
    for key in part { _ = all.code(of: key) }
  }
  return all.count
}

package func distinctCount(of values: [Double]) -> Int { distinctCount(of: values.span) }

private func distinctCountByParts(_ values: Span<Double>) -> Int {
  let chunks = ChunkRunner.parts(of: values, size: 1 << 18) { DividedHashes(of: $0) }
  let counts = ChunkRunner.results(DividedHashes.partCount) { part in
    let total = chunks.reduce(0) { $0 + $1.starts[part + 1] - $1.starts[part] }
    let bits = UInt64(Int.bitWidth - (2 * total).leadingZeroBitCount)
    // Where a slot is free it holds 0; the hash 0 itself is counted apart.
    var slots = [UInt64](repeating: 0, count: 1 << Int(bits))
    var count = 0
    var hasZero = false
    for chunk in chunks {
      for place in chunk.starts[part]..<chunk.starts[part + 1] {
        let hash = chunk.hashes[place]
        guard hash != 0 else {
          hasZero = true
          continue
        }
        var slot = Int((hash << 8) >> (64 - bits))
        while slots[slot] != 0, slots[slot] != hash { slot = (slot + 1) & (slots.count - 1) }
        count += slots[slot] == 0 ? 1 : 0
        slots[slot] = hash
      }
    }
    return count + (hasZero ? 1 : 0)
  }
  return counts.reduce(0, +)
}

/// Hashes, which are as different as their numbers, by their first eight bits.
private struct DividedHashes: Sendable {
  static let partCount = 256
  let hashes: [UInt64]
  /// Where each part begins, and the end.
  let starts: [Int]

  init(of values: Span<Double>) {
    var starts = [Int](repeating: 0, count: Self.partCount + 1)
    for index in values.indices { starts[Int(Self.hash(of: values[index]) >> 56) + 1] += 1 }
    for part in 0..<Self.partCount { starts[part + 1] += starts[part] }
    var next = starts
    self.starts = starts
    hashes = unsafe [UInt64](unsafeUninitializedCapacity: values.count) { hashes, initialized in
      for index in values.indices {
        let hash = Self.hash(of: values[index])
        let part = Int(hash >> 56)
        // Safe: each part has as many places as hashes were counted for it.
        unsafe hashes[next[part]] = hash
        next[part] += 1
      }
      initialized = values.count
    }
  }

  /// A bijection: an odd multiplier, and bits moved down before.
  private static func hash(of value: Double) -> UInt64 {
    let key = (value + 0.0).bitPattern
    return (key ^ key >> 32) &* 0x9E37_79B9_7F4A_7C15
  }
}
