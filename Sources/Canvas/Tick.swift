import Glibc

/// A round value on an axis with its label.
package struct Tick: Hashable, Sendable {
  /// In the unit of the data; microseconds since 1970 for times.
  package var value: Double
  package var label: String

  package init(_ value: Double, _ label: String) {
    self.value = value
    self.label = label
  }

  /// Round values (1, 2 or 5 times a power of ten apart) inside a range, at most `maximumCount`.
  ///
  /// A range of one value has that one tick. Undefined ends give none.
  package static func numbers(
    from low: Double,
    to high: Double,
    maximumCount: Int
  ) -> [Tick] {
    guard low.isFinite, high.isFinite, low <= high, maximumCount > 0 else { return [] }
    guard low < high else { return [Tick(low, NumberFormat.number(low))] }
    let range = high - low
    guard range.isFinite, range > 1e-290, max(abs(low), abs(high)) / range < 1e12 else {
      return ends(low, high, maximumCount)
    }
    var exponent = Int(log10(range / Double(maximumCount)).rounded(.down)) - 1
    for _ in 0..<4 {
      for mantissa in [1.0, 2, 5] {
        let scale = pow(10, Double(abs(exponent)))
        let step = exponent >= 0 ? mantissa * scale : mantissa / scale
        guard step > 0, scale.isFinite else { return ends(low, high, maximumCount) }
        // A hair of tolerance so that an end that is itself round isn't lost.
        let first = (low / step - 1e-9).rounded(.up)
        let last = (high / step + 1e-9).rounded(.down)
        guard last - first + 1 <= Double(maximumCount) else { continue }
        if last < first { return [Tick(low, NumberFormat.number(low))] }
        let values = (0...Int(last - first)).map { place in
          let multiple = (first + Double(place)) * mantissa
          return exponent >= 0 ? multiple * scale : multiple / scale
        }
        // Within a hair of an end is at that end, so that no tick lies outside.
        let inside = values.map { min(max($0, low), high) }
        return labelled(inside, decimals: max(0, -exponent))
      }
      exponent += 1
    }
    return ends(low, high, maximumCount)
  }

  /// Powers of ten inside a range of positive numbers, at most `maximumCount`; for axes whose
  /// scale is logarithmic.
  package static func powers(
    from low: Double,
    to high: Double,
    maximumCount: Int
  ) -> [Tick] {
    guard low > 0, high.isFinite, low <= high, maximumCount > 0 else { return [] }
    let maximumCount = min(maximumCount, 1000)
    let first = Int((log10(low) - 1e-9).rounded(.up))
    let last = Int((log10(high) + 1e-9).rounded(.down))
    guard first <= last else { return ends(low, high, maximumCount) }
    let step = max(1, (last - first + maximumCount) / maximumCount)
    return stride(from: first, through: last, by: step).map { exponent in
      let value = pow(10, Double(exponent))
      return Tick(value, NumberFormat.number(value))
    }
  }

  private static func labelled(_ values: [Double], decimals: Int) -> [Tick] {
    let largest = values.map(abs).max() ?? 0
    if largest >= 1e7 || decimals > 6 {
      return values.map { Tick($0, NumberFormat.number($0)) }
    }
    return values.map { Tick($0, NumberFormat.fixed($0, decimals: decimals)) }
  }

  private static func ends(_ low: Double, _ high: Double, _ maximumCount: Int) -> [Tick] {
    [low, high].prefix(maximumCount).map { Tick($0, NumberFormat.number($0)) }
  }
}
