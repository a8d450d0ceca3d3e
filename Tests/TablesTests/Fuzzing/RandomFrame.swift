import Diagnostics
import Kernels
import Language
import Tables

/// Tables with every kind of column and whatever its cells may hold.
struct RandomFrame {
  private var generator: RandomGenerator

  init(_ generator: RandomGenerator) { self.generator = generator }

  mutating func frame() throws(Diagnostic) -> Frame {
    let count = generator.within(1...40)
    var columns: [Column] = []
    for place in 0..<generator.within(1...7) { columns.append(column(name(place), count)) }
    return try Frame(columns)
  }

  /// Names that are not trimmed by reading.
  private mutating func name(_ place: Int) -> String {
    let middle = generator.one(of: [
      "", " ", ",", ";", "\"", "\n", "\r\n", "é", "\u{301}", "#", "'",
    ])
    return "c\(middle)\(place)"
  }

  private mutating func column(_ name: String, _ count: Int) -> Column {
    let share = generator.one(of: [0, 0.2, 0.9])
    var isFirst = true
    func values<Value>(_ value: (inout RandomGenerator) -> Value) -> [Value?] {
      (0..<count).map { _ in
        // One value at least: a column of none has no kind.
        defer { isFirst = false }
        return isFirst || !generator.chance(share) ? value(&generator) : nil
      }
    }
    switch generator.below(6) {
    case 0: return Column(name, integers: values { Self.integer(&$0) })
    case 1: return Column(name, doubles: values { Self.double(&$0) }.map { $0 ?? .nan })
    case 2: return Column(name, booleans: values { $0.chance(0.5) })
    case 3: return Column(name, categories: values { $0.one(of: ["a", "b", "", "NA", "1", "é,"]) })
    case 4: return Column(name, instants: values { Self.instant(&$0) })
    default: return Column(name, texts: values { Self.text(&$0) })
    }
  }

  private static func integer(_ generator: inout RandomGenerator) -> Int64 {
    generator.chance(0.3)
      ? generator.one(of: [.max, .min, 0, -1, 1 << 53 + 1])
      : Int64(truncatingIfNeeded: generator.next()) >> Int64(generator.below(64))
  }

  private static func double(_ generator: inout RandomGenerator) -> Double {
    let special = [
      0, -0.0, .greatestFiniteMagnitude, .leastNonzeroMagnitude, 0.1, 1e15, 1e16, -1e300, 3,
    ]
    if generator.chance(0.3) { return generator.one(of: special) }
    let value = Double(bitPattern: generator.next())
    return value.isFinite ? value : 0.5
  }

  private static func instant(_ generator: inout RandomGenerator) -> Instant {
    // 0001-01-01 to 9999-12-31.
    let days = Int64(generator.within(-719_162...2_932_896))
    let within = Int64(bitPattern: generator.next() >> 1) % Instant.microsecondsPerDay
    let step = generator.one(of: [1, 1_000_000, Instant.microsecondsPerDay])
    return Instant(microseconds: days * Instant.microsecondsPerDay + within / step * step)
  }

  private static func text(_ generator: inout RandomGenerator) -> String {
    let parts = [
      "", " ", "a", "NA", "\"", "\"\"", ",", ";", "\n", "\r", "\r\n", "\t", "'", "#", "1", "-", "%",
      "é", "\u{301}", "👩‍🔬", "\u{2028}", "\u{FEFF}", "\\", "\\\"", "sep=,", "2024-01-31", "true",
      "\u{1B}",
    ]
    return (0..<generator.below(5)).map { _ in generator.one(of: parts) }.joined()
  }
}
