import Canvas
import Testing

struct TickTests {
  private func labels(_ low: Double, _ high: Double, _ count: Int) -> [String] {
    Tick.numbers(from: low, to: high, maximumCount: count).map(\.label)
  }

  @Test func `ticks are few and round`() {
    #expect(labels(0, 1, 6) == ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"])
    #expect(labels(32.1, 59.6, 4) == ["40", "50"])
    #expect(labels(32.1, 59.6, 6) == ["35", "40", "45", "50", "55"])
    #expect(labels(-0.05, 0.05, 3) == ["-0.05", "0.00", "0.05"])
    #expect(labels(0, 1_000_000, 3) == ["0", "500000", "1000000"])
    #expect(labels(7, 7, 5) == ["7"])
  }

  @Test func `ticks lie inside their range and never exceed the count`() {
    let values: [Double] = [
      -1e300, -12.5, -1, -1e-300, 0, .leastNonzeroMagnitude, 0.1, 0.30000000000000004, 99, 1e15,
    ]
    for low in values {
      for high in values where high >= low {
        for count in [0, 1, 2, 3, 7, 40] {
          let ticks = Tick.numbers(from: low, to: high, maximumCount: count)
          #expect(ticks.count <= count)
          #expect(ticks.allSatisfy { $0.value >= low && $0.value <= high })
          #expect(count == 0 || !ticks.isEmpty)
        }
      }
    }
    #expect(Tick.numbers(from: .nan, to: 1, maximumCount: 5).isEmpty)
    #expect(Tick.numbers(from: 2, to: 1, maximumCount: 5).isEmpty)
    #expect(
      Tick.numbers(
        from: -.greatestFiniteMagnitude,
        to: .greatestFiniteMagnitude,
        maximumCount: 5
      ).count == 2
    )
  }

  @Test func `powers of ten stand on a logarithmic axis`() {
    let ticks = Tick.powers(from: 0.5, to: 20_000, maximumCount: 5)
    #expect(ticks.map(\.label) == ["1", "10", "100", "1000", "10000"])
    #expect(Tick.powers(from: 1, to: 1e8, maximumCount: 3).map(\.value) == [1, 1e3, 1e6])
    #expect(Tick.powers(from: 2, to: 3, maximumCount: 4).map(\.label) == ["2", "3"])
    #expect(Tick.powers(from: 0, to: 3, maximumCount: 4).isEmpty)
  }

  /// 2024-01-31 00:00 UTC.
  private let day: Int64 = 1_706_659_200_000_000
  private let hour: Int64 = 3_600_000_000

  private func times(_ low: Int64, _ high: Int64, _ count: Int = 5) -> [String] {
    Tick.times(from: low, to: high, maximumCount: count).map(\.label)
  }

  @Test func `time ticks are years, months, days or times of day`() {
    #expect(times(0, day, 6) == ["1970", "1980", "1990", "2000", "2010", "2020"])
    #expect(times(day, day + 24 * 90 * hour) == ["2024-02", "2024-03", "2024-04"])
    #expect(times(day, day + 24 * 4 * hour, 3) == ["2024-02-01", "2024-02-03"])
    #expect(times(day - 6 * hour, day + 12 * hour) == ["18:00", "01-31", "06:00", "12:00"])
    #expect(times(day, day + 10_000_000, 3) == ["01-31", "00:00:05", "00:00:10"])
    #expect(times(day + 1, day + 1) == ["2024-01-31"])
  }

  @Test func `any range of times has ticks inside it`() {
    let ends: [Int64] = [.min, -day, -1, 0, 1, hour, day, .max]
    for low in ends {
      for high in ends where high >= low {
        for count in [1, 2, 5, 20] {
          let ticks = Tick.times(from: low, to: high, maximumCount: count)
          #expect(ticks.count <= count && !ticks.isEmpty)
          #expect(ticks.allSatisfy { $0.value >= Double(low) && $0.value <= Double(high) })
        }
      }
    }
  }
}
