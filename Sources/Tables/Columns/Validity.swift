/// Which rows have a value: one bit a row, set where there is one.
package struct Validity: Hashable, Sendable {
  package let count: Int
  /// Bits beyond `count` are clear, so that equal validities are equal words.
  private(set) var words: [UInt64]

  package init(repeating value: Bool, count: Int) {
    self.count = count
    words = Array(repeating: value ? .max : 0, count: (count + 63) / 64)
    if value, count % 64 != 0 { words[words.count - 1] = (1 << UInt64(count % 64)) - 1 }
  }

  package init(count: Int, isValid: (Int) -> Bool) {
    self.init(repeating: false, count: count)
    for row in 0..<count where isValid(row) { words[row >> 6] |= 1 << UInt64(row & 63) }
  }

  package init(_ flags: [Bool]) { self.init(count: flags.count) { flags[$0] } }

  package subscript(row: Int) -> Bool {
    get { words[row >> 6] >> UInt64(row & 63) & 1 == 1 }
    set {
      let bit: UInt64 = 1 << UInt64(row & 63)
      if newValue { words[row >> 6] |= bit } else { words[row >> 6] &= ~bit }
    }
  }

  package var validCount: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  package var isAllValid: Bool { validCount == count }

  /// Valid where both are.
  package func intersection(_ other: Validity) -> Validity {
    var both = self
    for index in both.words.indices { both.words[index] &= other.words[index] }
    return both
  }

  package func rows(at indices: [Int]) -> Validity {
    Validity(count: indices.count) { self[indices[$0]] }
  }
}
