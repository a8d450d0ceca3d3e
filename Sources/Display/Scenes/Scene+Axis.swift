import Canvas
import Language

extension Scene {
  /// What the places along one side of a plot stand for.
  package struct Axis: Hashable, Sendable {
    package enum Scale: Hashable, Sendable {
      case number(low: Double, high: Double)
      /// Microseconds since 1970.
      case time(low: Int64, high: Int64)
      /// Values 0, 1, 2 … stand in the middle of equal bands.
      case categories([String])
    }

    package var name: String
    package let scale: Scale

    private init(_ name: String, _ scale: Scale) {
      self.name = name
      self.scale = scale
    }

    /// Undefined or turned ends become 0 to 1; a range of one value is widened around it.
    package static func number(_ name: String, from low: Double, to high: Double) -> Axis {
      guard low.isFinite, high.isFinite, low <= high else {
        return Axis(name, .number(low: 0, high: 1))
      }
      guard low == high else { return Axis(name, .number(low: low, high: high)) }
      let margin = max(abs(low) * 0.05, 0.5)
      let largest = Double.greatestFiniteMagnitude
      return Axis(
        name,
        .number(low: max(low - margin, -largest), high: min(high + margin, largest))
      )
    }

    /// A range of one moment is widened by half a day on both sides.
    package static func time(_ name: String, from low: Int64, to high: Int64) -> Axis {
      guard low >= high else { return Axis(name, .time(low: low, high: high)) }
      let margin = Instant.microsecondsPerDay / 2
      let middle = min(max(low, .min + margin), .max - margin)
      return Axis(name, .time(low: middle - margin, high: middle + margin))
    }

    package static func categories(_ name: String, _ labels: [String]) -> Axis {
      Axis(name, .categories(labels))
    }

    /// An axis for these values with a little room at both ends, so that no mark stands on the
    /// frame; those that aren't finite don't count.
    ///
    /// With `isTime` the values are microseconds since 1970.
    package static func fitting(
      _ name: String,
      _ values: some Sequence<Double>,
      isTime: Bool = false,
      margin: Double = 0.03
    ) -> Axis {
      var low = Double.infinity
      var high = -Double.infinity
      for value in values where value.isFinite {
        low = min(low, value)
        high = max(high, value)
      }
      guard low <= high else { return number(name, from: 0, to: 1) }
      // Halved first: the range of doubles is wider than the largest double.
      let room = (high / 2 - low / 2) * 2 * margin
      let largest = Double.greatestFiniteMagnitude
      let start = max(low - room, -largest)
      let end = min(high + room, largest)
      guard isTime else { return number(name, from: start, to: end) }
      return time(name, from: Instant.clamping(start), to: Instant.clamping(end))
    }
  }
}

extension Scene.Axis {
  /// The place of a value, 0 at the low end, 1 at the high end; NaN for an undefined value.
  func share(of value: Double) -> Double {
    switch scale {
    case .number(let low, let high): Self.share(of: value, low, high)
    case .time(let low, let high): Self.share(of: value, Double(low), Double(high))
    case .categories(let labels): (value + 0.5) / Double(max(1, labels.count))
    }
  }

  private static func share(of value: Double, _ low: Double, _ high: Double) -> Double {
    let range = high / 2 - low / 2
    guard range > 0 else { return 0.5 }
    return (value / 2 - low / 2) / range
  }

  /// Round values, or all categories, with their places.
  func ticks(maximumCount: Int) -> [(share: Double, text: String)] {
    let ticks: [Tick]
    switch scale {
    case .number(let low, let high):
      ticks = Tick.numbers(from: low, to: high, maximumCount: maximumCount)
    case .time(let low, let high):
      ticks = Tick.times(from: low, to: high, maximumCount: maximumCount)
    case .categories(let labels):
      ticks = labels.enumerated().map { Tick(Double($0), $1) }
    }
    return ticks.map { (share(of: $0.value), $0.label) }
  }
}

extension Instant {
  /// The microseconds nearest to a double; 0 for NaN.
  static func clamping(_ value: Double) -> Int64 {
    guard !value.isNaN else { return 0 }
    if value >= 0x1p63 { return .max }
    if value <= -0x1p63 { return .min }
    return Int64(value)
  }
}
