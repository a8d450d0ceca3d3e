/// Eight bytes at a time as one word: the first byte is the lowest.
enum Words64 {
  static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F

  /// The byte in all eight places.
  @inline(__always)
  static func broadcast(_ byte: UInt8) -> UInt64 { UInt64(byte) &* ones }

  /// The highest bit of each byte that is zero, exactly.
  @inline(__always)
  static func zeroBytes(_ word: UInt64) -> UInt64 { ~(((word & low) &+ low) | word | low) }

  /// Eight bytes from anywhere; the caller vouches that they can be read.
  @inline(__always)
  static func load(_ pointer: UnsafePointer<UInt8>) -> UInt64 {
    unsafe UInt64(
      littleEndian: UnsafeRawPointer(pointer).loadUnaligned(as: UInt64.self)
    )
  }

  /// How many of the first bytes are digits.
  @inline(__always)
  static func digitCount(_ word: UInt64) -> Int {
    let values = word ^ 0x3030_3030_3030_3030
    // A byte beyond 9 sets its high bit, and may carry into later bytes only.
    let others = ((values &+ 0x7676_7676_7676_7676) | values) & 0x8080_8080_8080_8080
    return others.trailingZeroBitCount >> 3
  }

  /// The number that the first `count` bytes spell, which are digits; 0 for none.
  @inline(__always)
  static func number(_ word: UInt64, count: Int) -> UInt64 {
    // The digits move to the end, zeros before them.
    var digits = (word ^ 0x3030_3030_3030_3030) << UInt64(64 - 8 * count)
    digits = (digits &* 10) &+ (digits >> 8)
    let even = (digits & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
    let odd = ((digits >> 16) & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001
    return (even &+ odd) >> 32
  }
}
