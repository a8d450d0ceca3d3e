/// Numbers as files spell them: a sign, digits, a point, an exponent.
///
/// No grouping, no hexadecimal, no infinity.
package enum NumberText {
  /// Nil when it isn't a whole number in plain digits, or when Int64 can't hold it.
  ///
  /// Blanks around it are ignored.
  package static func integer(_ cell: borrowing Span<UInt8>) -> Int64? {
    let bounds = CellText.trimmed(cell)
    var index = bounds.lowerBound
    guard index < bounds.upperBound else { return nil }
    let isNegative = cell[index] == UInt8(ascii: "-")
    if isNegative || cell[index] == UInt8(ascii: "+") { index += 1 }
    let digitCount = bounds.upperBound - index
    guard digitCount > 0 else { return nil }
    var magnitude: UInt64 = 0
    for place in index..<bounds.upperBound {
      let digit = cell[place] &- 48
      guard digit <= 9 else { return nil }
      if digitCount <= 18 {
        magnitude = magnitude &* 10 &+ UInt64(digit)
      } else {
        let (product, isTooBig) = magnitude.multipliedReportingOverflow(by: 10)
        let (sum, isBeyond) = product.addingReportingOverflow(UInt64(digit))
        if isTooBig || isBeyond { return nil }
        magnitude = sum
      }
    }
    if isNegative {
      return magnitude <= 1 << 63 ? Int64(truncatingIfNeeded: 0 &- magnitude) : nil
    }
    return Int64(exactly: magnitude)
  }

  /// The nearest double; nil when it isn't a number or beyond all doubles.
  ///
  /// - Source: Clinger, *How to read floating point numbers accurately* (1990): up to 2^53 times or
  ///   over a power of ten up to 10^22 both are exact, so one operation rounds rightly. Anything
  ///   else goes to the standard library.
  package static func double(_ cell: borrowing Span<UInt8>) -> Double? {
    let bounds = CellText.trimmed(cell)
    var index = bounds.lowerBound
    let end = bounds.upperBound
    guard index < end else { return nil }
    let isNegative = cell[index] == UInt8(ascii: "-")
    if isNegative || cell[index] == UInt8(ascii: "+") { index += 1 }
    var mantissa: UInt64 = 0
    var digitCount = 0
    var significant = 0
    var exponent = 0
    var hasPoint = false
    while index < end {
      let digit = cell[index] &- 48
      if digit <= 9 {
        digitCount += 1
        if significant > 0 || digit > 0 { significant += 1 }
        if significant <= 19 {
          mantissa = mantissa &* 10 &+ UInt64(digit)
          if hasPoint { exponent -= 1 }
        }
      } else if cell[index] == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
      } else {
        break
      }
      index += 1
    }
    guard digitCount > 0 else { return nil }
    if index < end {
      guard cell[index] | 0x20 == UInt8(ascii: "e"),
        let power = power(in: cell.extracting((index + 1)..<end))
      else { return nil }
      exponent += power
    }
    if significant <= 19, mantissa <= 1 << 53, abs(exponent) <= 22 {
      let exact = Double(mantissa)
      let value = exponent < 0 ? exact / powersOfTen[-exponent] : exact * powersOfTen[exponent]
      return isNegative ? -value : value
    }
    return fallback(cell.extracting(bounds))
  }

  /// The number after `e`, held within what decides between zero and overflow.
  private static func power(in digits: borrowing Span<UInt8>) -> Int? {
    var index = 0
    var isNegative = false
    if digits.count > 0, digits[0] == UInt8(ascii: "-") || digits[0] == UInt8(ascii: "+") {
      isNegative = digits[0] == UInt8(ascii: "-")
      index = 1
    }
    guard index < digits.count else { return nil }
    var power = 0
    while index < digits.count {
      let digit = digits[index] &- 48
      guard digit <= 9 else { return nil }
      power = min(power * 10 + Int(digit), 1_000_000)
      index += 1
    }
    return isNegative ? -power : power
  }

  private static func fallback(_ text: borrowing Span<UInt8>) -> Double? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    for index in text.indices { bytes.append(text[index]) }
    guard let value = Double(String(decoding: bytes, as: UTF8.self)), value.isFinite
    else { return nil }
    return value
  }

  private static let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]
}
