import Kernels

/// What a column's cells are like.
enum CellForm: CaseIterable {
  case whole, digits, decimal, comma, thousands, percent, currency, iso, european, american, named
  case boolean, word, text, lines, strange

  func text(_ generator: inout RandomGenerator) -> String {
    let number = generator.within(-2_000...200_000)
    let day = generator.within(1...31)
    let month = generator.within(1...12)
    let year = generator.within(1_960...2_030)
    switch self {
    case .whole:
      return generator.chance(0.05) ? Self.one(of: Self.extremes, &generator) : "\(number)"
    case .digits:
      return Self.one(of: ["007", "01234", "12345678901234567890", "0", "5"], &generator)
    case .decimal:
      return generator.chance(0.1)
        ? Self.one(of: Self.decimals, &generator) : "\(Double(number) / 64)"
    case .comma: return "\(number),\(generator.below(1_000))"
    case .thousands:
      return Self.grouped(number, Self.one(of: [",", ".", "'", " ", "\u{A0}"], &generator))
    case .percent: return "\(Double(number) / 8)%"
    case .currency:
      return Self.one(of: ["$", "€", "-$", "CHF ", "("], &generator) + "\(abs(number))"
    case .iso:
      let time = Self.one(
        of: ["", " 10:20", "T23:59:59.123456789", "T01:02:03Z", "+02:00"],
        &generator
      )
      return "\(year)-\(Self.two(month))-\(Self.two(day))\(time)"
    case .european: return "\(day).\(month).\(year)"
    case .american: return "\(month)/\(day)/\(generator.chance(0.2) ? year % 100 : year)"
    case .named:
      let name = Self.one(of: ["Jan", "feb", "MAR", "April", "Dec"], &generator)
      return generator.chance(0.5) ? "\(day) \(name) \(year)" : "\(name) \(day), \(year)"
    case .boolean: return Self.one(of: ["true", "false", "TRUE", "False", "yes"], &generator)
    case .word: return Self.one(of: ["a", "b", "red", "blue", "é", "#tag", "North"], &generator)
    case .text:
      return Self.one(of: ["a, b", "c; d", "say \"hi\"", "it's", "x|y", "5\" pipe"], &generator)
    case .lines: return Self.one(of: ["two\nlines", "a\r\nb", "\n", "x\ry", "\"\n\""], &generator)
    case .strange: return Self.one(of: Self.oddities, &generator)
    }
  }

  private static let extremes = [
    "9223372036854775807", "-9223372036854775808", "9223372036854775808", "9007199254740993", "-0",
  ]
  private static let decimals = [
    "1e400", "5e-324", "1e-400", ".5", "5.", "1e", "-", "+", ".", "1e+999999999999",
    "0.000000000000000000000000000001e30", "179769313486231580793728971405301e276",
  ]
  private static let oddities = [
    "\u{301}", "👩‍🔬", "\u{FEFF}", "\u{200B}", "\u{2028}", "\u{85}", "\0", "\u{1B}[31m", "\\", "\\\"",
    "\"\"", "=\"001\"", "{\"a\": [1, 2]}", "<p class=\"x\">", "#N/A", "#", "sep=;", "−5", "5-",
    "1'000", "٣", "\u{10FFFF}", "$", "%", "(", "()", "(5", "$-", "1,", ",1", "1,,2", "12,34,56",
  ]

  private static func one(of items: [String], _ generator: inout RandomGenerator) -> String {
    generator.one(of: items)
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static func grouped(_ number: Int, _ mark: String) -> String {
    var digits = Array(String(abs(number)))
    var place = digits.count - 3
    while place > 0 {
      digits.insert(contentsOf: Array(mark), at: place)
      place -= 3
    }
    return (number < 0 ? "-" : "") + String(digits)
  }
}
