/// Keys in ascending order with their rows; equal keys keep the order of rows.
///
/// A sample cuts the keys into 256 buckets of about one size; chunks of rows put their keys there,
/// then each bucket is sorted by itself, in a cache. Both run on all cores.
package struct SortedKeys: Sendable {
  package let items: [PlacedKey]
  /// Where each bucket begins, and the end; equal keys are in one bucket.
  package let starts: [Int]

  /// - Parameter keys: fewer than 2^32.
  package init(of keys: Span<UInt64>) {
    let count = keys.count
    guard count > 1 << 14 else {
      var items: [PlacedKey] = []
      items.reserveCapacity(count)
      for row in keys.indices { items.append(PlacedKey(key: keys[row], row: UInt32(row))) }
      self.items = radixSorted(items) { $0.key }
      starts = [0, count]
      return
    }
    let splitters = KeySplitters(of: keys)
    let chunks = ChunkRunner.parts(of: keys) { splitters.buckets(of: $0) }
    var starts = [0]
    var places = chunks.map { _ in [Int](repeating: 0, count: KeySplitters.bucketCount) }
    var next = 0
    for bucket in 0..<KeySplitters.bucketCount {
      for chunk in chunks.indices {
        places[chunk][bucket] = next
        next += chunks[chunk].counts[bucket]
      }
      starts.append(next)
    }
    self.starts = starts
    items = Self.scattered(keys, chunks.map(\.buckets), places, starts)
  }

  private static func scattered(
    _ keys: Span<UInt64>,
    _ buckets: [[UInt8]],
    _ places: [[Int]],
    _ starts: [Int]
  ) -> [PlacedKey] {
    unsafe [PlacedKey](unsafeUninitializedCapacity: keys.count) { buffer, initialized in
      let address = UInt(bitPattern: buffer.baseAddress)
      // Safe in both runs: the buffer outlives them and its size is the number of keys. A chunk
      // writes each of its keys once, at a place counted for it alone; a bucket's range is its own.
      _ = ChunkRunner.results(buckets.count) { chunk in
        guard let items = unsafe UnsafeMutablePointer<PlacedKey>(bitPattern: address) else { return }
        let first = chunk * ChunkRunner.chunkSize
        let buckets = buckets[chunk]
        var next = places[chunk]
        for index in buckets.indices {
          let row = first + index
          let bucket = Int(buckets[index])
          unsafe (items + next[bucket]).initialize(
            to: PlacedKey(key: keys[row], row: UInt32(truncatingIfNeeded: row))
          )
          next[bucket] += 1
        }
      }
      _ = ChunkRunner.results(starts.count - 1) { bucket in
        guard let items = unsafe UnsafeMutablePointer<PlacedKey>(bitPattern: address) else { return }
        let size = starts[bucket + 1] - starts[bucket]
        var part = unsafe MutableSpan(_unsafeStart: items + starts[bucket], count: size)
        sort(&part)
      }
      initialized = keys.count
    }
  }

  /// By as many digits of 11 bits as the bucket's keys differ in, lowest first.
  private static func sort(_ items: inout MutableSpan<PlacedKey>) {
    let count = items.count
    guard count > 1 else { return }
    guard count > 48 else {
      for end in 1..<count {
        let item = items[end]
        var place = end
        while place > 0, items[place - 1].key > item.key {
          items[place] = items[place - 1]
          place -= 1
        }
        items[place] = item
      }
      return
    }
    var differing: UInt64 = 0
    let first = items[0].key
    for index in 1..<count { differing |= items[index].key ^ first }
    let bits = UInt64.bitWidth - differing.leadingZeroBitCount
    let low = differing.trailingZeroBitCount
    guard bits > low else { return }
    let digits = (bits - low + 10) / 11
    let width = UInt64((bits - low + digits - 1) / digits)
    let mask = (1 as UInt64) << width - 1
    var from = [PlacedKey](repeating: items[0], count: count)
    for index in 0..<count { from[index] = items[index] }
    var to = from
    var counts = [Int32](repeating: 0, count: 1 << Int(width))
    for digit in 0..<digits {
      let shift = UInt64(low) + UInt64(digit) * width
      for index in counts.indices { counts[index] = 0 }
      for item in from { counts[Int(item.key >> shift & mask)] += 1 }
      var next: Int32 = 0
      for index in counts.indices {
        let size = counts[index]
        counts[index] = next
        next += size
      }
      for item in from {
        let place = Int(item.key >> shift & mask)
        to[Int(counts[place])] = item
        counts[place] += 1
      }
      swap(&from, &to)
    }
    for index in 0..<count { items[index] = from[index] }
  }
}
