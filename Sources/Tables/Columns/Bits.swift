/// One bit a row.
package struct Bits: Hashable, Sendable {
  package let count: Int
  /// Bits beyond `count` are clear, so that equal bits are equal words.
  package private(set) var words: [UInt64]

  package init(repeating value: Bool, count: Int) {
    self.init(words: Array(repeating: value ? .max : 0, count: (count + 63) / 64), count: count)
  }

  package init(count: Int, isSet: (Int) -> Bool) {
    self.count = count
    words = []
    words.reserveCapacity((count + 63) / 64)
    var start = 0
    while start < count {
      let end = min(start + 64, count)
      var word: UInt64 = 0
      for row in start..<end where isSet(row) { word |= 1 << UInt64(row - start) }
      words.append(word)
      start = end
    }
  }

  package init(_ flags: [Bool]) { self.init(count: flags.count) { flags[$0] } }

  /// Row `r` is bit `r % 64` of word `r / 64`; bits beyond `count` are cleared.
  package init(words: [UInt64], count: Int) {
    precondition(words.count == (count + 63) / 64, "one word for each 64 rows")
    self.count = count
    self.words = words
    if count % 64 != 0 { self.words[words.count - 1] &= (1 << UInt64(count % 64)) - 1 }
  }

  package subscript(row: Int) -> Bool {
    get { words[row >> 6] >> UInt64(row & 63) & 1 == 1 }
    set {
      let bit: UInt64 = 1 << UInt64(row & 63)
      if newValue { words[row >> 6] |= bit } else { words[row >> 6] &= ~bit }
    }
  }

  package var indices: Range<Int> { 0..<count }

  package var setCount: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  package var isAllSet: Bool { setCount == count }

  /// Set where both are.
  package func intersection(_ other: Bits) -> Bits {
    precondition(count == other.count, "bits of the same rows")
    var both = self
    for index in both.words.indices { both.words[index] &= other.words[index] }
    return both
  }

  /// Calls `body` with each row whose bit is clear, in ascending order.
  package func forEachClear(_ body: (Int) -> Void) {
    forEachClear(in: indices, body)
  }

  /// The same for some of the rows, which begin with a word.
  package func forEachClear(in rows: Range<Int>, _ body: (Int) -> Void) {
    precondition(rows.lowerBound % 64 == 0, "rows that begin with a word")
    for place in rows.lowerBound / 64..<(rows.upperBound + 63) / 64 {
      var clear = ~words[place]
      let left = rows.upperBound - place << 6
      if left < 64 { clear &= (1 << UInt64(left)) - 1 }
      while clear != 0 {
        body(place << 6 + clear.trailingZeroBitCount)
        clear &= clear - 1
      }
    }
  }

  package func rows(at indices: [Int]) -> Bits {
    Bits(count: indices.count) { self[indices[$0]] }
  }
}

/// Which rows have a value: set where there is one.
package typealias Validity = Bits
