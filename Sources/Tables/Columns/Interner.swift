/// Numbers distinct texts in the order in which they come, byte for byte.
package struct Interner: Sendable {
  package private(set) var texts = Texts()
  private var hashes: [UInt64] = []
  /// Open addressing with linear probing: a text's number plus one, 0 where free; at most half full.
  private var slots: [UInt32]

  package init() { slots = Array(repeating: 0, count: 64) }

  package var count: Int { texts.count }

  /// The number of `text`, given now if it is new.
  package mutating func code(of text: String) -> UInt32 {
    var text = text
    text.makeContiguousUTF8()
    return code(of: text.utf8.span)
  }

  package mutating func code(of text: borrowing Span<UInt8>) -> UInt32 {
    let hash = Self.hash(of: text)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let code = Int(slots[slot] - 1)
      if hashes[code] == hash, isSame(code, text) { return UInt32(code) }
      slot = (slot + 1) & (slots.count - 1)
    }
    let code = UInt32(texts.count)
    texts.append(text)
    hashes.append(hash)
    slots[slot] = code + 1
    if texts.count * 2 > slots.count { grow() }
    return code
  }

  /// FNV-1a with a last mix, so that the low bits depend on every byte.
  private static func hash(of text: borrowing Span<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in text.indices { hash = (hash ^ UInt64(text[index])) &* 0x100_0000_01b3 }
    return (hash ^ (hash >> 32)) &* 0x9e37_79b9_7f4a_7c15 ^ (hash >> 29)
  }

  private func isSame(_ code: Int, _ text: borrowing Span<UInt8>) -> Bool {
    let range = texts.range(at: code)
    guard range.count == text.count else { return false }
    for index in text.indices where texts.bytes[range.lowerBound + index] != text[index] {
      return false
    }
    return true
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for (code, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(code) + 1
    }
  }
}
