/// Numbers as files spell them: a sign, digits, a point, an exponent.
///
/// No grouping, no hexadecimal, no infinity. Blanks around a number are ignored.
package enum NumberText {
  /// Nil when it isn't a whole number in plain digits, or when Int64 can't hold it.
  package static func integer(_ cell: borrowing Span<UInt8>) -> Int64? {
    unsafe cell.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return nil }
      let bounds = unsafe CellText.trimmed(start, buffer.count)
      return unsafe whole(start + bounds.lowerBound, bounds.count)
    }
  }

  /// The nearest double; nil when it isn't a number or beyond all doubles.
  package static func double(_ cell: borrowing Span<UInt8>) -> Double? {
    unsafe cell.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return nil }
      let bounds = unsafe CellText.trimmed(start, buffer.count)
      let (value, shape) = unsafe NumberScan.with {
        unsafe $0.slow(start + bounds.lowerBound, bounds.count)
      }
      return shape == .none ? nil : value
    }
  }

  /// Without the blanks, byte by byte.
  static func whole(_ start: UnsafePointer<UInt8>, _ count: Int) -> Int64? {
    guard count > 0 else { return nil }
    let isNegative = unsafe start[0] == UInt8(ascii: "-")
    let first = unsafe isNegative || start[0] == UInt8(ascii: "+") ? 1 : 0
    guard first < count else { return nil }
    var magnitude: UInt64 = 0
    for index in first..<count {
      let digit = unsafe start[index] &- 48
      guard digit <= 9 else { return nil }
      let (product, isTooBig) = magnitude.multipliedReportingOverflow(by: 10)
      let (sum, isBeyond) = product.addingReportingOverflow(UInt64(digit))
      if isTooBig || isBeyond { return nil }
      magnitude = sum
    }
    if isNegative {
      return magnitude <= 1 << 63 ? Int64(truncatingIfNeeded: 0 &- magnitude) : nil
    }
    return Int64(exactly: magnitude)
  }

  static let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  static let wholePowersOfTen: [UInt64] = (0...18).map { power in
    (0..<power).reduce(1) { product, _ in product * 10 }
  }
}
