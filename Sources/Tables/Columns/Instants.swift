/// Points in time as whole days, seconds or microseconds since 1970-01-01T00:00:00Z, whichever is
/// the coarsest that loses nothing.
package struct Instants: Sendable, Hashable {
  /// Microseconds in one tick.
  package enum Unit: Int64, Sendable, Hashable, CaseIterable {
    case days = 86_400_000_000
    case seconds = 1_000_000
    case microseconds = 1
  }

  package let unit: Unit
  package let ticks: PackedIntegers

  /// - Parameter microseconds: since 1970, 0 in rows that are missing.
  package init(_ microseconds: [Int64]) {
    self.init(microseconds, in: .microseconds)
  }

  /// Ticks of a unit, which may be finer than need be.
  package init(_ ticks: [Int64], in unit: Unit) {
    let coarsest = Unit.allCases.first { coarser in
      let factor = coarser.rawValue / unit.rawValue
      return factor <= 1 || ticks.allSatisfy { $0 % factor == 0 }
    }
    let chosen = Swift.max(coarsest?.rawValue ?? 1, unit.rawValue)
    let factor = chosen / unit.rawValue
    self.unit = Unit(rawValue: chosen) ?? unit
    self.ticks = PackedIntegers(factor == 1 ? ticks : ticks.map { $0 / factor })
  }

  /// Ticks that are as narrow as they can be, of a unit which may be finer than need be.
  init(_ ticks: PackedIntegers, in unit: Unit) {
    if unit == .days {
      self.init(days: ticks)
    } else {
      let coarser = Unit.allCases.contains { other in
        let factor = other.rawValue / unit.rawValue
        return factor > 1 && ticks.allSatisfy { $0 % factor == 0 }
      }
      if coarser { self.init(ticks.array, in: unit) } else { self.init(exact: ticks, unit) }
    }
  }

  private init(exact ticks: PackedIntegers, _ unit: Unit) {
    self.unit = unit
    self.ticks = ticks
  }

  package func rows(at indices: [Int]) -> Instants {
    let chosen = ticks.rows(at: indices)
    return unit == .days ? Instants(days: chosen) : Instants(chosen.array, in: unit)
  }

  /// Nothing is coarser than a day.
  private init(days ticks: PackedIntegers) {
    unit = .days
    self.ticks = ticks
  }

  /// In microseconds, NaN where `validity` is clear.
  package func doubles(validity: Validity?) -> [Double] {
    // A tick below 2^53 times its unit is rounded once.
    ticks.doubles(times: Double(unit.rawValue), validity: validity)
  }
}

/// Microseconds.
extension Instants: RandomAccessCollection {
  package var startIndex: Int { 0 }
  package var endIndex: Int { ticks.count }
  package subscript(row: Int) -> Int64 { ticks[row] * unit.rawValue }
}
