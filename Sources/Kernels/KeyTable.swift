/// Numbers distinct keys in the order in which they come.
///
/// Open addressing with linear probing, at most half full.
package struct KeyTable: Sendable {
  package private(set) var keys: [UInt64] = []
  /// A key's number plus one, 0 where free.
  private var slots: [UInt32]
  private var shift: UInt64

  package init(expected: Int = 32) {
    var bits: UInt64 = 6
    while 1 << Int(bits) < 2 * expected { bits += 1 }
    slots = Array(repeating: 0, count: 1 << Int(bits))
    shift = 64 - bits
  }

  package var count: Int { keys.count }

  /// The number of each key, given now to those that are new.
  package mutating func codes(of newcomers: Span<UInt64>) -> [UInt32] {
    var codes: [UInt32] = []
    codes.reserveCapacity(newcomers.count)
    for index in newcomers.indices { codes.append(code(of: newcomers[index])) }
    return codes
  }

  package mutating func code(of key: UInt64) -> UInt32 {
    var slot = place(of: key)
    while slots[slot] != 0 {
      let code = slots[slot] - 1
      if keys[Int(code)] == key { return code }
      slot = (slot + 1) & (slots.count - 1)
    }
    let code = UInt32(keys.count)
    keys.append(key)
    slots[slot] = code + 1
    if keys.count * 2 > slots.count { grow() }
    return code
  }

  /// By the high bits of a product with the golden ratio (Knuth, TAOCP 3, 6.4).
  private func place(of key: UInt64) -> Int {
    Int(((key ^ key >> 32) &* 0x9E37_79B9_7F4A_7C15) >> shift)
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    shift -= 1
    for (code, key) in keys.enumerated() {
      var slot = place(of: key)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(code) + 1
    }
  }
}
