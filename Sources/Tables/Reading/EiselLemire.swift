/// Decimals to doubles by one or two multiplications.
///
/// - Source: Lemire, *Number parsing at a gigabyte per second* (2021), after Eisel; that the second
///   product always decides is from Mushtak and Lemire, *Fast number parsing without fallback*
///   (2023).
enum EiselLemire {
  /// The double nearest to `digits` times ten to the power of `exponent`, ties to even; nil when it
  /// is beyond all doubles.
  @inline(__always)
  static func double(_ digits: UInt64, exponent: Int, _ powers: UnsafePointer<UInt64>) -> Double? {
    guard digits != 0, exponent >= PowersOfFive.exponents.lowerBound else { return 0 }
    guard exponent <= PowersOfFive.exponents.upperBound else { return nil }
    let zeros = digits.leadingZeroBitCount
    let scaled = digits << UInt64(zeros)
    let place = 2 * (exponent - PowersOfFive.exponents.lowerBound)
    // `place` is within the table, by the two guards.
    var (high, low) = unsafe scaled.multipliedFullWidth(by: powers[place])
    // 52 bits of a double's mantissa, one that is implied, one to round by, one that may be lost.
    if high & 0x1FF == 0x1FF {
      let second = unsafe scaled.multipliedFullWidth(by: powers[place + 1])
      let (sum, isBeyond) = low.addingReportingOverflow(second.high)
      low = sum
      if isBeyond { high += 1 }
    }
    let upper = Int(high >> 63)
    let shift = UInt64(upper + 9)
    var mantissa = high >> shift
    // 217706 / 2^16 is the logarithm of ten to the base of two.
    var power = ((217_706 * exponent) >> 16) + 63 + upper - zeros + 1023
    if power <= 0 { return subnormal(mantissa, power: power) }
    if low <= 1, exponent >= -4, exponent <= 23, mantissa & 3 == 1, mantissa << shift == high {
      // Halfway, exactly: down to even.
      mantissa &= ~1
    }
    mantissa = (mantissa + (mantissa & 1)) >> 1
    if mantissa >= 1 << 53 {
      mantissa = 1 << 52
      power += 1
    }
    guard power < 2047 else { return nil }
    return Double(bitPattern: UInt64(power) << 52 | mantissa & ~(1 << 52))
  }

  private static func subnormal(_ mantissa: UInt64, power: Int) -> Double {
    guard 1 - power < 64 else { return 0 }
    var mantissa = mantissa >> UInt64(1 - power)
    mantissa = (mantissa + (mantissa & 1)) >> 1
    // 2^52 as a bit pattern is the least normal double, as it should be.
    return Double(bitPattern: mantissa)
  }
}
