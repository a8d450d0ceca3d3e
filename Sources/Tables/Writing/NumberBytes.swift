import Language

/// Numbers and moments as text, without a String in between.
enum NumberBytes {
  static func append(_ value: Int64, to text: inout [UInt8]) {
    if value < 0 { text.append(UInt8(ascii: "-")) }
    let magnitude = value.magnitude
    var (digits, rest) = (1, magnitude / 10)
    while rest > 0 {
      digits += 1
      rest /= 10
    }
    append(magnitude, digits: digits, to: &text)
  }

  /// As `Instant.text` has it.
  static func append(_ instant: Instant, to text: inout [UInt8]) {
    let fields = instant.fields
    guard (0...9999).contains(fields.year) else {
      text.append(contentsOf: instant.text.utf8)
      return
    }
    append(UInt64(fields.year), digits: 4, to: &text)
    text.append(UInt8(ascii: "-"))
    append(UInt64(fields.month), digits: 2, to: &text)
    text.append(UInt8(ascii: "-"))
    append(UInt64(fields.day), digits: 2, to: &text)
    guard fields.hour + fields.minute + fields.second + fields.microsecond > 0 else { return }
    text.append(UInt8(ascii: "T"))
    append(UInt64(fields.hour), digits: 2, to: &text)
    text.append(UInt8(ascii: ":"))
    append(UInt64(fields.minute), digits: 2, to: &text)
    text.append(UInt8(ascii: ":"))
    append(UInt64(fields.second), digits: 2, to: &text)
    if fields.microsecond > 0 {
      text.append(UInt8(ascii: "."))
      append(UInt64(fields.microsecond), digits: 6, to: &text)
      while text.last == UInt8(ascii: "0") { text.removeLast() }
    }
    text.append(UInt8(ascii: "Z"))
  }

  private static func append(_ value: UInt64, digits: Int, to text: inout [UInt8]) {
    for _ in 0..<digits { text.append(48) }
    var rest = value
    var place = text.count
    while rest > 0 {
      place -= 1
      text[place] = UInt8(truncatingIfNeeded: rest % 10) + 48
      rest /= 10
    }
  }

  /// The shortest text that reads back to the same double, with a point or an exponent.
  static func append(_ value: Double, to text: inout [UInt8]) {
    text.append(contentsOf: value.description.utf8)
  }
}
