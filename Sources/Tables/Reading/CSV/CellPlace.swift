/// Where a cell stands, packed: 32 bits its start, 29 bits its length, 3 flags.
enum CellPlace {
  /// Inside quotes, which are left out.
  static let quoted: UInt64 = 1 << 61
  /// With quotes that are doubled or escaped.
  static let escaped: UInt64 = 1 << 62
  /// The record ends before it.
  static let absent: UInt64 = 1 << 63

  static let lengthLimit = 1 << 28
  static let textLimit = 1 << 32 - 1

  @inline(__always)
  static func packed(from start: Int, to end: Int, flags: UInt64 = 0) -> UInt64 {
    UInt64(truncatingIfNeeded: start) | UInt64(truncatingIfNeeded: end - start) << 32 | flags
  }

  @inline(__always)
  static func start(_ place: UInt64) -> Int { Int(truncatingIfNeeded: place & 0xFFFF_FFFF) }

  @inline(__always)
  static func length(_ place: UInt64) -> Int { Int(truncatingIfNeeded: place >> 32 & 0x1FFF_FFFF) }

  /// Neither quoted nor absent.
  @inline(__always)
  static func isPlain(_ place: UInt64) -> Bool { place >> 61 == 0 }
}
