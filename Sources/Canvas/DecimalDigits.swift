/// The shortest decimal digits that read back to a double, ready to be rounded.
///
/// Rounding goes by these digits, halves away from zero, so 2.675 with two decimals is 2.68 as a
/// person expects.
struct DecimalDigits {
  /// 0 to 9, the first one not 0 unless the number is 0.
  private(set) var digits: [UInt8]
  /// The power of ten of the first digit.
  private(set) var exponent: Int
  let isNegative: Bool

  /// - Parameter value: finite.
  init(_ value: Double) {
    isNegative = value.sign == .minus
    digits = []
    var point: Int?
    var power = 0
    var isPower = false
    var powerSign = 1
    for byte in "\(value.magnitude)".utf8 {
      switch byte {
      case UInt8(ascii: "."): point = digits.count
      case UInt8(ascii: "e"): isPower = true
      case UInt8(ascii: "-"): powerSign = -1
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let digit = byte - UInt8(ascii: "0")
        if isPower { power = power * 10 + Int(digit) } else { digits.append(digit) }
      default: break
      }
    }
    exponent = (point ?? digits.count) - 1 + powerSign * power
    while digits.count > 1, digits.first == 0 {
      digits.removeFirst()
      exponent -= 1
    }
    if digits.allSatisfy({ $0 == 0 }) {
      digits = [0]
      exponent = 0
    }
  }

  var isZero: Bool { digits == [0] }

  /// Keeps `count` digits; rounding up may move the exponent.
  mutating func round(toDigits count: Int) {
    guard count < digits.count else { return }
    guard count >= 0 else {
      digits = [0]
      exponent = 0
      return
    }
    let roundsUp = digits[count] >= 5
    digits.removeSubrange(count...)
    if roundsUp {
      var place = count - 1
      while place >= 0, digits[place] == 9 {
        digits[place] = 0
        place -= 1
      }
      if place >= 0 {
        digits[place] += 1
      } else {
        digits.insert(1, at: 0)
        exponent += 1
      }
    }
    if digits.allSatisfy({ $0 == 0 }) {
      digits = [0]
      exponent = 0
    }
  }

  mutating func trimZeros() {
    while digits.count > 1, digits.last == 0 { digits.removeLast() }
  }

  /// Plain notation with this many decimals, `groups` between thousands; no sign for zero.
  func fixed(decimals: Int, groups: String = "") -> String {
    var rounded = self
    rounded.round(toDigits: exponent + 1 + decimals)
    func digit(_ power: Int) -> Character {
      let place = rounded.exponent - power
      let value = place >= 0 && place < rounded.digits.count ? rounded.digits[place] : 0
      return Character(Unicode.Scalar(UInt8(ascii: "0") + value))
    }
    var text = isNegative && !rounded.isZero ? "-" : ""
    for power in stride(from: max(0, rounded.exponent), through: 0, by: -1) {
      text.append(digit(power))
      if power > 0, power.isMultiple(of: 3) { text += groups }
    }
    guard decimals > 0 else { return text }
    text += "."
    for power in 1...decimals { text.append(digit(-power)) }
    return text
  }
}
