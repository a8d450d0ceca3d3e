/// The first 128 bits of powers of five, for the conversion of decimals to doubles.
///
/// - Source: Lemire, *Number parsing at a gigabyte per second* (2021), section 5: truncated, except
///   that the reciprocals from 5^-27 to 5^-1 are rounded up.
enum PowersOfFive {
  static let exponents = -342...308

  /// Two words for each exponent, the higher one first.
  static let words: [UInt64] = reciprocals() + powers()

  private static func powers() -> [UInt64] {
    var words: [UInt64] = []
    // Lowest limb first.
    var power: [UInt64] = [1]
    for _ in 0...exponents.upperBound {
      words += leading(of: power)
      var carry: UInt64 = 0
      for index in power.indices {
        let product = power[index].multipliedFullWidth(by: 5)
        let (sum, isBeyond) = product.low.addingReportingOverflow(carry)
        power[index] = sum
        carry = product.high + (isBeyond ? 1 : 0)
      }
      if carry > 0 { power.append(carry) }
    }
    return words
  }

  private static func reciprocals() -> [UInt64] {
    let limbCount = 30
    // Dividing 2^B by five again and again loses nothing: floor(floor(x / a) / b) = floor(x / ab).
    var quotient = [UInt64](repeating: 0, count: limbCount) + [1]
    var words: [UInt64] = []
    for exponent in 1...(-exponents.lowerBound) {
      var rest: UInt64 = 0
      for index in quotient.indices.reversed() {
        (quotient[index], rest) = UInt64(5).dividingFullWidth((rest, quotient[index]))
      }
      let leading = leading(of: quotient)
      words += exponent <= 27 ? roundedUp(leading).reversed() : leading.reversed()
    }
    return words.reversed()
  }

  /// The bits are never all ones, so one more at their end goes no further than 128 bits.
  private static func roundedUp(_ words: [UInt64]) -> [UInt64] {
    let (low, isBeyond) = words[1].addingReportingOverflow(1)
    return [words[0] + (isBeyond ? 1 : 0), low]
  }

  /// The first 128 bits, the highest of them set.
  private static func leading(of limbs: [UInt64]) -> [UInt64] {
    guard let top = limbs.lastIndex(where: { $0 != 0 }) else { return [0, 0] }
    func limb(_ index: Int) -> UInt64 { index >= 0 ? limbs[index] : 0 }
    let shift = UInt64(limbs[top].leadingZeroBitCount)
    guard shift > 0 else { return [limb(top), limb(top - 1)] }
    return [
      limb(top) << shift | limb(top - 1) >> (64 - shift),
      limb(top - 1) << shift | limb(top - 2) >> (64 - shift),
    ]
  }
}
