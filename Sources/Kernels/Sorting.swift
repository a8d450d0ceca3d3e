/// The positions of `values` in ascending order; equal values keep their order.
///
/// Both zeros are equal; a NaN, which callers leave out, would come last.
package func ascendingOrder(of values: Span<Double>) -> [Int] {
  order(of: values).map { Int($0.position) }
}

package func ascendingOrder(of values: [Double]) -> [Int] { ascendingOrder(of: values.span) }

/// The values in ascending order; a NaN would come last.
package func ascending(_ values: Span<Double>) -> [Double] {
  var keys = [UInt64](capacity: values.count)
  for index in values.indices { keys.append(SortKey.key(of: values[index])) }
  keys = radixSorted(keys) { $0 }
  return keys.map { SortKey.value(of: $0) }
}

/// Keys in ascending order.
package func ascendingKeys(_ keys: [UInt64]) -> [UInt64] { radixSorted(keys) { $0 } }

package func ascending(_ values: [Double]) -> [Double] { ascending(values.span) }

/// Ranks from 1; equal values share the mean of their ranks. None is NaN.
package func meanRanks(of values: Span<Double>) -> [Double] {
  let keys: [UInt64] = ChunkRunner.written(rows: values.count) { rows, keys in
    for row in rows { keys[row - rows.lowerBound] = SortKey.key(of: values[row]) }
  }
  return SortedKeys(of: keys.span).meanRanks
}

package func meanRanks(of values: [Double]) -> [Double] { meanRanks(of: values.span) }

private struct Place {
  var key: UInt64
  var position: Int
}

private func order(of values: Span<Double>) -> [Place] {
  var places = [Place](capacity: values.count)
  for index in values.indices {
    places.append(Place(key: SortKey.key(of: values[index]), position: index))
  }
  return radixSorted(places) { $0.key }
}

/// Stable sort by 11 bits of the key at a time, lowest first.
///
/// Digits that all keys share are skipped; few items are sorted by comparison.
@inline(__always)
func radixSorted<Item>(_ items: [Item], key: (Item) -> UInt64) -> [Item] {
  guard items.count > 512 else { return mergeSorted(items, key: key) }
  let digits = 6
  var counts = [Int](repeating: 0, count: digits << 11)
  for item in items {
    let key = key(item)
    for digit in 0..<digits {
      counts[digit << 11 + Int(key >> UInt64(digit * 11) & 2047)] += 1
    }
  }
  var from = items
  var to = items
  for digit in 0..<digits {
    let base = digit << 11
    let shift = UInt64(digit * 11)
    guard counts[base + Int(key(from[0]) >> shift & 2047)] < items.count else { continue }
    var next = 0
    for bucket in 0..<2048 {
      let size = counts[base + bucket]
      counts[base + bucket] = next
      next += size
    }
    for item in from {
      let bucket = base + Int(key(item) >> shift & 2047)
      to[counts[bucket]] = item
      counts[bucket] += 1
    }
    swap(&from, &to)
  }
  return from
}

/// A stable merge sort, bottom up.
@inline(__always)
private func mergeSorted<Item>(_ items: [Item], key: (Item) -> UInt64) -> [Item] {
  var from = items
  var to = items
  var width = 1
  while width < items.count {
    var start = 0
    while start < items.count {
      let middle = min(start + width, items.count)
      let end = min(start + 2 * width, items.count)
      var left = start
      var right = middle
      for place in start..<end {
        let takesLeft = left < middle && (right >= end || key(from[left]) <= key(from[right]))
        to[place] = from[takesLeft ? left : right]
        if takesLeft { left += 1 } else { right += 1 }
      }
      start = end
    }
    swap(&from, &to)
    width *= 2
  }
  return from
}

extension Array {
  fileprivate init(capacity: Int) {
    self = []
    reserveCapacity(capacity)
  }
}
