/// One bit a row, one behind the other.
struct BitRun: Sendable {
  private(set) var words: [UInt64] = []
  private(set) var count = 0

  mutating func append(repeating value: Bool, count: Int) {
    let (first, end) = (self.count, self.count + count)
    self.count = end
    let needed = (end + 63) / 64
    if needed > words.count {
      words.append(contentsOf: repeatElement(value ? .max : 0, count: needed - words.count))
    }
    if value, first & 63 != 0 { words[first >> 6] |= UInt64.max << UInt64(first & 63) }
    clearTail()
  }

  /// The first `count` bits of `other`.
  mutating func append(_ other: [UInt64], count: Int) {
    guard count > 0 else { return }
    let shift = UInt64(self.count & 63)
    var place = self.count >> 6
    self.count += count
    let needed = (self.count + 63) / 64
    words.append(contentsOf: repeatElement(0, count: needed - words.count))
    for word in other {
      words[place] |= word << shift
      place += 1
      guard place < needed else { break }
      if shift > 0 { words[place] |= word >> (64 - shift) }
    }
    clearTail()
  }

  /// Bits behind the last one are clear.
  private mutating func clearTail() {
    if count & 63 != 0 { words[count >> 6] &= (1 << UInt64(count & 63)) - 1 }
  }

  mutating func keep(first count: Int) {
    guard count < self.count else { return }
    self.count = count
    words.removeLast(words.count - (count + 63) / 64)
    clearTail()
  }
}
