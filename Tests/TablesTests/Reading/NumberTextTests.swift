import Tables
import Testing

@Suite struct NumberTextTests {
  private func double(_ text: String) -> Double? { NumberText.double(Array(text.utf8).span) }
  private func integer(_ text: String) -> Int64? { NumberText.integer(Array(text.utf8).span) }

  private struct Generator {
    var state: UInt64 = 11
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state ^ state >> 29) &* 0x9E37_79B9_7F4A_7C15
    }
  }

  @Test func `the shortest spelling of any double reads back as that double`() {
    var generator = Generator()
    var wrong: [Double] = []
    for _ in 0..<1_000_000 {
      let value = Double(bitPattern: generator.next())
      guard value.isFinite else { continue }
      if double(value.description)?.bitPattern != value.bitPattern { wrong.append(value) }
    }
    #expect(wrong.isEmpty)
  }

  @Test func `digits of any number round as the standard library rounds them`() {
    var generator = Generator()
    var wrong: [String] = []
    for turn in 0..<1_000_000 {
      let digits = String(generator.next() >> (generator.next() % 60))
      let place = Int(generator.next() % UInt64(digits.count + 1))
      let power = Int(generator.next() % 60) - 30
      let text =
        turn % 2 == 0
        ? digits.prefix(place) + "." + digits.dropFirst(place) : digits + "e\(power * (turn % 11))"
      guard let expected = Double(text), expected.isFinite else { continue }
      if double(String(text))?.bitPattern != expected.bitPattern { wrong.append(String(text)) }
    }
    #expect(wrong.isEmpty)
  }

  @Test func `numbers halfway between two doubles go to the even one`() {
    let hard = [
      "9007199254740993", "9007199254740995", "4503599627370497.5",
      "1.00000000000000011102230246251565",
      "1.00000000000000011102230246251566", "2.2250738585072011e-308", "2.2250738585072014e-308",
      "4.9406564584124654e-324", "2.4703282292062327e-324", "2.4703282292062328e-324",
      "1.7976931348623157e308", "179769313486231580793e289", "0.000000000000000000000000000001",
      "123456789012345678901234567890", "8.5e-45", "6929495644600919.5", "3e-324", "0e999", "-0.0",
      "9007199254740992.9999999999999999999999", "7.3177701707893310e+15",
    ]
    for text in hard {
      let expected = Double(text).flatMap { $0.isFinite ? $0 : nil }
      #expect(double(text)?.bitPattern == expected?.bitPattern, "\(text)")
    }
  }

  @Test func `what is no number is none`() {
    let others = [
      "", "-", "+", ".", "e5", "1e", "1e+", "0x10", "1_000", "inf", "Infinity", "nan", "1 2", "--1",
      "1.2.3", "1e400", "-1e999", "1,5",
    ]
    for text in others { #expect(double(text) == nil, "\(text)") }
  }

  @Test func `whole numbers reach as far as Int64`() {
    #expect(integer("9223372036854775807") == .max)
    #expect(integer("-9223372036854775808") == .min)
    #expect(integer("9223372036854775808") == nil)
    #expect(integer("-9223372036854775809") == nil)
    #expect(integer(" 12\t") == 12)
    #expect(integer("+7") == 7)
    #expect(integer("1.0") == nil)
    #expect(integer("18446744073709551617") == nil)
  }
}
