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
        guard let items = unsafe UnsafeMutablePointer<PlacedKey>(bitPattern: address) else {
          return
        }
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
        guard let items = unsafe UnsafeMutablePointer<PlacedKey>(bitPattern: address) else {
          return
        }
        let size = starts[bucket + 1] - starts[bucket]
        var part = unsafe MutableSpan(_unsafeStart: items + starts[bucket], count: size)
        sort(&part)
      }
      initialized = keys.count
    }
  }

  /// By the two highest digits in which the bucket's keys differ, which leaves little to insert; if
  /// it is much after all, by every digit.
  private static func sort(_ items: inout MutableSpan<PlacedKey>) {
    guard items.count > 48 else {
      _ = insert(&items, moves: .max)
      return
    }
    var differing: UInt64 = 0
    let first = items[0].key
    for index in items.indices { differing |= items[index].key ^ first }
    let bits = UInt64.bitWidth - differing.leadingZeroBitCount
    sort(&items, bits: max(0, bits - 2 * digitWidth)..<bits)
    guard !insert(&items, moves: 8 * items.count) else { return }
    sort(&items, bits: 0..<bits)
  }

  private static let digitWidth = 11

  /// A stable sort by some bits, by one digit after the other, the lowest first.
  private static func sort(_ items: inout MutableSpan<PlacedKey>, bits: Range<Int>) {
    guard !bits.isEmpty else { return }
    let count = items.count
    var from = [PlacedKey](repeating: items[0], count: count)
    for index in 0..<count { from[index] = items[index] }
    var to = from
    var counts = [Int32](repeating: 0, count: 1 << digitWidth)
    let mask = (1 as UInt64) << UInt64(digitWidth) - 1
    for shift in stride(from: bits.lowerBound, to: bits.upperBound, by: digitWidth) {
      for index in counts.indices { counts[index] = 0 }
      for item in from { counts[Int(item.key >> UInt64(shift) & mask)] += 1 }
      var next: Int32 = 0
      for index in counts.indices {
        let size = counts[index]
        counts[index] = next
        next += size
      }
      for item in from {
        let place = Int(item.key >> UInt64(shift) & mask)
        to[Int(counts[place])] = item
        counts[place] += 1
      }
      swap(&from, &to)
    }
    for index in 0..<count { items[index] = from[index] }
  }

  /// Insertion sort; false when it gave up after so many moves, the order of equal keys kept.
  private static func insert(_ items: inout MutableSpan<PlacedKey>, moves: Int) -> Bool {
    var left = moves
    for end in items.indices.dropFirst() {
      let item = items[end]
      var place = end
      while place > 0, items[place - 1].key > item.key {
        items[place] = items[place - 1]
        place -= 1
      }
      items[place] = item
      left -= end - place
      if left < 0 { return false }
    }
    return true
  }
}
