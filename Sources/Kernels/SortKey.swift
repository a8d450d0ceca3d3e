/// Bit patterns of numbers, changed so that they order as the numbers do.
///
/// Both zeros are one key; every NaN comes after positive infinity.
@usableFromInline
package enum SortKey {
  @inlinable
  package static func key(of value: Double) -> UInt64 {
    guard !value.isNaN else { return .max }
    let bits = (value + 0.0).bitPattern
    return bits >> 63 == 0 ? bits | 1 << 63 : ~bits
  }

  /// The same for a value that isn't NaN, without a branch.
  @inlinable
  package static func ofPresent(_ value: Double) -> UInt64 {
    let bits = (value + 0.0).bitPattern
    let sign = UInt64(bitPattern: Int64(bitPattern: bits) >> 63)
    return bits ^ (sign | 1 << 63)
  }

  @inlinable
  package static func value(of key: UInt64) -> Double {
    Double(bitPattern: key >> 63 == 1 ? key & ~(1 << 63) : ~key)
  }
}
