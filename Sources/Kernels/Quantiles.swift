/// Quantiles by linear interpolation between order statistics (type 7 of Hyndman & Fan 1996, the
/// default of R and numpy), exact, for several probabilities at once.
///
/// - Parameters:
///   - probabilities: in any order; each is held to 0...1, NaN gives NaN.
///   - values: in any order, without NaN; infinities are numbers like any other.
/// - Returns: one quantile for each probability, all NaN when `values` is empty.
/// - Complexity: O(n) by counting into buckets, whatever the values are.
package func quantiles(_ probabilities: [Double], of values: Span<Double>) -> [Double] {
  guard !values.isEmpty else { return probabilities.map { _ in .nan } }
  let last = values.count - 1
  let places = probabilities.map { probability in
    probability.isNaN ? .nan : Double(last) * min(1, max(0, probability))
  }
  let lowers = places.map { $0.isNaN ? 0 : Int($0) }
  let wanted = Set(lowers + lowers.map { min($0 + 1, last) }).sorted()
  let found = orderStatistics(wanted, of: values)
  let statistic = Dictionary(uniqueKeysWithValues: zip(wanted, found))
  return zip(places, lowers).map { place, lower in
    guard !place.isNaN, let low = statistic[lower], let high = statistic[min(lower + 1, last)]
    else { return .nan }
    return interpolated(low, high, share: place - Double(lower))
  }
}

package func quantiles(_ probabilities: [Double], of values: [Double]) -> [Double] {
  quantiles(probabilities, of: values.span)
}

/// The middle value, or the mean of the two middle ones; NaN when empty.
package func median(of values: Span<Double>) -> Double {
  quantiles([0.5], of: values)[0]
}

package func median(of values: [Double]) -> Double { median(of: values.span) }

/// As numpy rounds it: from the nearer end.
func interpolated(_ low: Double, _ high: Double, share: Double) -> Double {
  guard low != high, share > 0 else { return low }
  guard low.isFinite, high.isFinite else {
    return low.isFinite || high.isFinite ? (low.isFinite ? high : low) : .nan
  }
  let gap = high - low
  guard gap.isFinite else { return low * (1 - share) + high * share }
  return share < 0.5 ? low + gap * share : high - gap * (1 - share)
}

/// The values at the given places (ascending, from 0) of the sorted order.
///
/// Many values are first narrowed to bands around the places (Floyd and Rivest, *Expected time
/// bounds for selection*, 1975, with a partition that has no branches); where a band turns out not
/// to hold a place, that place is selected from all.
private func orderStatistics(_ places: [Int], of values: Span<Double>) -> [Double] {
  guard values.count >= 1 << 15, places.count <= 32 else {
    return bucketStatistics(places, of: values)
  }
  let bands = QuantileBand.around(places, in: values)
  let parts = ChunkRunner.parts(of: values) { QuantileShares(of: $0, in: bands) }
  return bands.enumerated().flatMap { number, band in
    let below = parts.reduce(0) { $0 + $1.below[number] }
    let inside = parts.reduce(0) { $0 + $1.kept[number].count }
    let holds = band.places.allSatisfy { below <= $0 && $0 < below + inside }
    guard holds else { return bucketStatistics(band.places, of: values) }
    var kept: [UInt64] = []
    kept.reserveCapacity(inside)
    for part in parts { kept += part.kept[number] }
    return select(band.places.map { $0 - below }[...], from: kept).map { SortKey.value(of: $0) }
  }
}

private func bucketStatistics(_ places: [Int], of values: Span<Double>) -> [Double] {
  var keys: [UInt64] = []
  keys.reserveCapacity(values.count)
  for index in values.indices { keys.append(SortKey.key(of: values[index])) }
  return select(places[...], from: keys).map { SortKey.value(of: $0) }
}

/// Counts keys into equal slices of their range, then looks again only into slices that hold a
/// wanted place; each round divides the range by 4096.
private func select(_ places: ArraySlice<Int>, from keys: [UInt64]) -> [UInt64] {
  guard keys.count > 64 else {
    let sorted = keys.sorted()
    return places.map { sorted[$0] }
  }
  var lowest = UInt64.max
  var highest = UInt64.min
  for key in keys {
    lowest = min(lowest, key)
    highest = max(highest, key)
  }
  let bits = UInt64.bitWidth - (highest - lowest).leadingZeroBitCount
  let shift = UInt64(max(0, bits - 12))
  var counts = [Int](repeating: 0, count: 4096)
  for key in keys { counts[Int((key - lowest) >> shift)] += 1 }

  var holders = [Int32](repeating: -1, count: 4096)
  var wanted: [(bucket: Int, before: Int, places: Range<Int>)] = []
  var before = 0
  var next = places.startIndex
  for bucket in 0..<4096 {
    let first = next
    while next < places.endIndex, places[next] < before + counts[bucket] { next += 1 }
    if next > first {
      holders[bucket] = Int32(wanted.count)
      wanted.append((bucket, before, first..<next))
    }
    before += counts[bucket]
  }
  guard shift > 0 else {
    return wanted.flatMap { part in part.places.map { _ in lowest + UInt64(part.bucket) } }
  }
  var parts = wanted.map { part in
    var keys: [UInt64] = []
    keys.reserveCapacity(counts[part.bucket])
    return keys
  }
  for key in keys {
    let holder = holders[Int((key - lowest) >> shift)]
    if holder >= 0 { parts[Int(holder)].append(key) }
  }
  return zip(wanted, parts).flatMap { part, keys in
    select(places[part.places].map { $0 - part.before }[...], from: keys)
  }
}
