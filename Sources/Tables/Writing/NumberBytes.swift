/// Numbers as text, without a String in between.
enum NumberBytes {
  static func append(_ value: Int64, to text: inout [UInt8]) {
    if value < 0 { text.append(UInt8(ascii: "-")) }
    var rest = value.magnitude
    let start = text.count
    repeat {
      text.append(UInt8(truncatingIfNeeded: rest % 10) + 48)
      rest /= 10
    } while rest > 0
    text[start...].reverse()
  }

  /// The shortest text that reads back to the same double, with a point or an exponent.
  static func append(_ value: Double, to text: inout [UInt8]) {
    text.append(contentsOf: value.description.utf8)
  }
}
