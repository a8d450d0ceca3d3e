/// A set of bin numbers 0...255.
struct BinSet: Sendable {
  private var words: InlineArray<4, UInt64> = [0, 0, 0, 0]

  var hasSeveral: Bool {
    var total = 0
    for word in words.indices { total += words[word].nonzeroBitCount }
    return total > 1
  }

  @inline(__always)
  func contains(_ bin: UInt8) -> Bool {
    words[Int(bin >> 6)] >> UInt64(bin & 63) & 1 == 1
  }

  @inline(__always)
  mutating func insert(_ bin: UInt8) {
    words[Int(bin >> 6)] |= 1 << UInt64(bin & 63)
  }

  /// Visits the members in ascending order.
  @inline(__always)
  func forEach(_ body: (UInt8) -> Void) {
    for word in words.indices {
      var bits = words[word]
      while bits != 0 {
        body(UInt8(word << 6 + bits.trailingZeroBitCount))
        bits &= bits - 1
      }
    }
  }
}
