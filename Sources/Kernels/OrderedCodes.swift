/// Keys as their places among the distinct ones, which ascend.
package struct OrderedCodes: Sendable {
  package let codes: [UInt32]
  package let distinct: [UInt64]

  /// Few different keys are found by hashing, many by sorting.
  package init(of keys: Span<UInt64>) {
    if let few = Self.hashed(keys) {
      self = few
    } else {
      self = Self.sorted(keys)
    }
  }

  private init(codes: [UInt32], distinct: [UInt64]) {
    self.codes = codes
    self.distinct = distinct
  }

  /// More than so many different keys are not looked up one by one.
  private static let mostHashed = 1 << 12

  /// Nil when the keys are many.
  private static func hashed(_ keys: Span<UInt64>) -> OrderedCodes? {
    let found = ChunkRunner.parts(of: keys) { keys -> (codes: [UInt32], distinct: [UInt64])? in
      var table = KeyTable()
      var codes: [UInt32] = []
      codes.reserveCapacity(keys.count)
      for index in keys.indices {
        codes.append(table.code(of: keys[index]))
        if table.count > mostHashed { return nil }
      }
      return (codes, table.keys)
    }
    var all = KeyTable()
    for part in found {
      guard let part else { return nil }
      for key in part.distinct { _ = all.code(of: key) }
    }
    let distinct = ascendingKeys(all.keys)
    var places = [UInt32](repeating: 0, count: distinct.count)
    for (place, key) in distinct.enumerated() { places[Int(all.code(of: key))] = UInt32(place) }
    let local = found.map { part in
      (part?.distinct ?? []).map { places[Int(all.code(of: $0))] }
    }
    let codes: [UInt32] = ChunkRunner.written(rows: keys.count) { rows, codes in
      let chunk = rows.lowerBound / ChunkRunner.chunkSize
      guard let own = found[chunk]?.codes else { return }
      let places = local[chunk]
      for index in codes.indices { codes[index] = places[Int(own[index])] }
    }
    return OrderedCodes(codes: codes, distinct: distinct)
  }

  private static func sorted(_ keys: Span<UInt64>) -> OrderedCodes {
    let sorted = SortedKeys(of: keys)
    let items = sorted.items
    let buckets = sorted.starts.count - 1
    let distinct = ChunkRunner.results(buckets) { bucket in
      var distinct: [UInt64] = []
      for place in sorted.starts[bucket]..<sorted.starts[bucket + 1]
      where distinct.last != items[place].key { distinct.append(items[place].key) }
      return distinct
    }
    let firsts = distinct.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
    let codes = unsafe [UInt32](unsafeUninitializedCapacity: keys.count) { codes, initialized in
      let address = UInt(bitPattern: codes.baseAddress)
      _ = ChunkRunner.results(buckets) { bucket in
        guard let codes = unsafe UnsafeMutablePointer<UInt32>(bitPattern: address) else { return }
        var code = firsts[bucket] - 1
        var last: UInt64?
        for place in sorted.starts[bucket]..<sorted.starts[bucket + 1] {
          let item = items[place]
          if item.key != last {
            code += 1
            last = item.key
          }
          // Safe: each row stands in one item, and the buffer has an element a row.
          unsafe (codes + Int(item.row)).initialize(to: UInt32(truncatingIfNeeded: code))
        }
      }
      initialized = keys.count
    }
    var all: [UInt64] = []
    all.reserveCapacity(firsts[buckets])
    for part in distinct { all += part }
    return OrderedCodes(codes: codes, distinct: all)
  }
}
