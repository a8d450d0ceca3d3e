/// The keys between two, which hold all but surely those at some places of the sorted order.
struct QuantileBand: Sendable {
  var low: UInt64
  var high: UInt64
  /// Ascending.
  var places: [Int]

  /// Bands around places, by a sorted sample that depends on the number of values alone.
  ///
  /// Bands that touch are one. Of a sample of s, place p·n lies within s·p ± 4 √(s·p·(1 − p)) but
  /// for one time in ten thousand.
  static func around(_ places: [Int], in values: Span<Double>) -> [QuantileBand] {
    let count = values.count
    let sampleCount = min(16_384, max(1024, count / 128))
    var sample: [UInt64] = []
    sample.reserveCapacity(sampleCount)
    for number in 0..<sampleCount {
      let mixed = StableHash.mixed(UInt64(number) &+ 1)
      sample.append(SortKey.key(of: values[Int(mixed.multipliedFullWidth(by: UInt64(count)).high)]))
    }
    sample = ascendingKeys(sample)
    var bands: [QuantileBand] = []
    for place in places {
      let share = (Double(place) + 0.5) / Double(count)
      let reach = 2 + 4 * (Double(sampleCount) * share * (1 - share)).squareRoot()
      let low = Int((share * Double(sampleCount) - reach).rounded(.down))
      let high = Int((share * Double(sampleCount) + reach).rounded(.up))
      let band = QuantileBand(
        low: low < 0 ? 0 : sample[low],
        high: high >= sampleCount ? .max : sample[high],
        places: [place]
      )
      if let last = bands.last, band.low <= last.high {
        bands[bands.count - 1].high = band.high
        bands[bands.count - 1].places.append(place)
      } else {
        bands.append(band)
      }
    }
    return bands
  }
}

/// What some values have of each band: how many lie below it, and the keys inside.
struct QuantileShares: Sendable {
  private(set) var below: [Int]
  private(set) var kept: [[UInt64]]

  private static let blockSize = 2048

  /// In blocks that stay in the nearest cache from band to band, and without branches that depend
  /// on a value.
  init(of values: Span<Double>, in bands: [QuantileBand]) {
    below = bands.map { _ in 0 }
    kept = bands.map { _ in [] }
    var block = [UInt64](repeating: 0, count: 2 * Self.blockSize)
    unsafe block.withUnsafeMutableBufferPointer { block in
      // Safe: `keys` and `inside` are the halves of the block, each of them `blockSize` long, and no
      // more keys are inside than have been looked at.
      guard let keys = block.baseAddress else { return }
      let inside = unsafe keys + Self.blockSize
      var start = 0
      while start < values.count {
        let count = min(Self.blockSize, values.count - start)
        for index in 0..<count { unsafe keys[index] = SortKey.ofPresent(values[start + index]) }
        for (number, band) in bands.enumerated() {
          let low = band.low
          let width = band.high - low
          var belowCount: UInt64 = 0
          var insideCount = 0
          for index in 0..<count {
            let key = unsafe keys[index]
            unsafe inside[insideCount] = key
            belowCount &+= key < low ? 1 : 0
            insideCount &+= key &- low <= width ? 1 : 0
          }
          below[number] += Int(belowCount)
          unsafe kept[number].append(
            contentsOf: UnsafeBufferPointer(start: inside, count: insideCount)
          )
        }
        start += count
      }
    }
  }
}
