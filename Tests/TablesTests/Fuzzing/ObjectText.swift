import Kernels

/// Makes JSON text, mostly objects with the same keys: in lines, in an array, in an object around it.
struct ObjectText {
  private var generator: RandomGenerator
  private let keys: [String]

  init(_ generator: RandomGenerator) {
    var generator = generator
    let all = ["a", "b", "a.b", "", "é", "a\\\"b", "\\u0000", "\\ud83d\\ude00", "where", "n", "n"]
    keys = (0..<generator.within(1...5)).map { _ in generator.one(of: all) }
    self.generator = generator
  }

  mutating func lines() -> [UInt8] {
    let end = generator.one(of: ["\n", "\n", "\r\n", "\n\n"])
    let rows = (0..<generator.within(0...12)).map { _ in object(depth: 2) }
    return Array((rows.joined(separator: end) + (generator.chance(0.8) ? end : "")).utf8)
  }

  mutating func document() -> [UInt8] {
    let rows = (0..<generator.within(0...12)).map { _ in object(depth: 2) }
    let array = "[" + rows.joined(separator: blank() + "," + blank()) + "]"
    let text =
      switch generator.below(6) {
      case 0: "{\"meta\": 1, \"data\": \(array)}"
      case 1: "\u{FEFF}" + array
      case 2: rows.joined(separator: "\n")
      case 3: String(repeating: "[", count: generator.below(3_000)) + array
      default: array
      }
    return Array(text.utf8)
  }

  private mutating func object(depth: Int) -> String {
    var members: [String] = []
    for key in keys where generator.chance(0.95) {
      members.append("\"\(key)\":\(blank())\(value(depth: depth))")
    }
    if generator.chance(0.05) { members.append("\"new\": 1") }
    return "{" + members.joined(separator: ",") + blank() + "}"
  }

  private mutating func value(depth: Int) -> String {
    if depth > 0, generator.chance(0.1) {
      return generator.chance(0.5)
        ? object(depth: depth - 1)
        : "[" + (0..<generator.below(3)).map { _ in value(depth: depth - 1) }.joined(separator: ",")
          + "]"
    }
    return generator.one(of: Self.scalars)
  }

  private mutating func blank() -> String { generator.one(of: ["", "", " ", "\t", "\n"]) }

  private static let scalars = [
    "null", "true", "false", "0", "-0", "1", "2.5", "-1e5", "1E+400", "1e-400", "01", "+1", ".5",
    "1.",
    "9223372036854775807", "9223372036854775808", "9007199254740993.5", "NaN", "-Infinity", "nul",
    "\"\"", "\"x\"", "\"2024-01-31\"", "\"2024-01-31T10:00:00+02:00\"", "\"1\"", "\"\\u00e9\"",
    "\"\\ud83d\\ude00\"", "\"\\ud83d\"", "\"\\x\"", "\"\\u12\"", "\"tab\t\"", "\"\\n\\\\\\/\"",
    "\"",
  ]
}
