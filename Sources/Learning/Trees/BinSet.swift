/// A set of bin numbers 0...255.
struct BinSet: Hashable, Sendable {
  private var words = SIMD4<UInt64>.zero

  var isEmpty: Bool { words == .zero }

  var count: Int { (0..<4).reduce(0) { $0 + words[$1].nonzeroBitCount } }

  func contains(_ bin: UInt8) -> Bool {
    words[Int(bin >> 6)] >> UInt64(bin & 63) & 1 == 1
  }

  mutating func insert(_ bin: UInt8) {
    words[Int(bin >> 6)] |= 1 << UInt64(bin & 63)
  }

  mutating func remove(_ bin: UInt8) {
    words[Int(bin >> 6)] &= ~(1 << UInt64(bin & 63))
  }

  /// Visits the members in ascending order.
  @inline(__always)
  func forEach(_ body: (UInt8) -> Void) {
    for word in 0..<4 {
      var bits = words[word]
      while bits != 0 {
        body(UInt8(word << 6 + bits.trailingZeroBitCount))
        bits &= bits - 1
      }
    }
  }
}
