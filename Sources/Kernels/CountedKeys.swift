/// The distinct ones of some keys in ascending order, and how often each comes.
package struct CountedKeys: Sendable {
  package let keys: [UInt64]
  package let counts: [Int]

  /// Few different keys are found by hashing, many by sorting.
  package init(of keys: Span<UInt64>) {
    let parts = ChunkRunner.parts(of: keys) { keys -> (keys: [UInt64], counts: [Int32])? in
      var table = KeyTable()
      var counts: [Int32] = []
      for index in keys.indices {
        let code = Int(table.code(of: keys[index]))
        if code == counts.count {
          guard code < 1 << 12 else { return nil }
          counts.append(0)
        }
        counts[code] &+= 1
      }
      return (table.keys, counts)
    }
    var table = KeyTable()
    var counts: [Int] = []
    for part in parts {
      guard let part else {
        self = Self.sorted(keys)
        return
      }
      for (key, count) in zip(part.keys, part.counts) {
        let code = Int(table.code(of: key))
        if code == counts.count { counts.append(0) }
        counts[code] += Int(count)
      }
    }
    let found = table.keys
    let order = found.indices.sorted { found[$0] < found[$1] }
    self.init(keys: order.map { found[$0] }, counts: order.map { counts[$0] })
  }

  private init(keys: [UInt64], counts: [Int]) {
    self.keys = keys
    self.counts = counts
  }

  private static func sorted(_ keys: Span<UInt64>) -> CountedKeys {
    let sorted = SortedKeys(of: keys)
    let runs = ChunkRunner.results(sorted.starts.count - 1) { bucket in
      var keys: [UInt64] = []
      var counts: [Int] = []
      keys.reserveCapacity(sorted.starts[bucket + 1] - sorted.starts[bucket])
      counts.reserveCapacity(keys.capacity)
      var place = sorted.starts[bucket]
      while place < sorted.starts[bucket + 1] {
        let key = sorted.items[place].key
        let start = place
        repeat {
          place += 1
        } while place < sorted.starts[bucket + 1]
          && sorted.items[place].key == key
        keys.append(key)
        counts.append(place - start)
      }
      return (keys: keys, counts: counts)
    }
    let total = runs.reduce(0) { $0 + $1.keys.count }
    var all: [UInt64] = []
    var counts: [Int] = []
    all.reserveCapacity(total)
    counts.reserveCapacity(total)
    for run in runs {
      all += run.keys
      counts += run.counts
    }
    return CountedKeys(keys: all, counts: counts)
  }
}
