/// Texts compare by Unicode scalar, which for UTF-8 is the order of the bytes.
///
/// Swift's own `==` and `<` compare by canonical equivalence and would make one level of two
/// different texts.
package enum ScalarOrder {
  package static func precedes(_ a: String, _ b: String) -> Bool {
    a.utf8.lexicographicallyPrecedes(b.utf8)
  }

  package static func areSame(_ a: String, _ b: String) -> Bool {
    a.utf8.elementsEqual(b.utf8)
  }

  /// The place of `text` in texts sorted by scalar, or nil when it isn't among them.
  package static func index(of text: String, in sorted: [String]) -> Int? {
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if precedes(sorted[middle], text) { low = middle + 1 } else { high = middle }
    }
    return low < sorted.count && areSame(sorted[low], text) ? low : nil
  }
}
