/// Texts as codes into a dictionary of levels.
///
/// Levels are distinct and sorted by Unicode scalar, so codes don't depend on the order of rows and
/// compare as the texts do. A level may have no row: rows that are taken out leave it standing.
package struct Categories: Sendable, Hashable {
  /// The code of a row without a value.
  package static let missingCode = UInt32.max

  package let levels: [String]
  package let codes: Codes

  /// `levels` are distinct, in any order; `codes` are places in it, and whatever is no place in it
  /// is missing.
  package init(levels: [String], codes: some Collection<UInt32>) {
    let order = levels.indices.sorted { ScalarOrder.precedes(levels[$0], levels[$1]) }
    if order.elementsEqual(levels.indices) {
      self.init(sorted: levels, codes: Codes(codes, levelCount: levels.count))
    } else {
      let places = Self.places(of: order)
      let sorted = codes.map { $0 < places.count ? places[Int($0)] : Self.missingCode }
      self.init(
        sorted: order.map { levels[$0] },
        codes: Codes(sorted, levelCount: levels.count)
      )
    }
  }

  /// Levels that are distinct and sorted already.
  package init(sorted levels: [String], codes: Codes) {
    self.levels = levels
    self.codes = codes
  }

  package init(_ texts: some Sequence<String?>) {
    var interner = Interner()
    var codes: [UInt32] = []
    for text in texts { codes.append(text.map { interner.code(of: $0) } ?? Self.missingCode) }
    self.init(interner: interner, codes: codes)
  }

  package init(interner: Interner, codes: [UInt32]) {
    let order = interner.texts.ascendingOrder
    let places = Self.places(of: order)
    let sorted = codes.map { $0 == Self.missingCode ? $0 : places[Int($0)] }
    self.init(
      sorted: order.map { interner.texts[$0] },
      codes: Codes(sorted, levelCount: order.count)
    )
  }

  /// Where each level went.
  private static func places(of order: [Int]) -> [UInt32] {
    var places = [UInt32](repeating: 0, count: order.count)
    for (place, old) in order.enumerated() { places[old] = UInt32(place) }
    return places
  }

  package func code(of level: String) -> UInt32? {
    ScalarOrder.index(of: level, in: levels).map(UInt32.init)
  }

  /// The level of a row; nil where it is missing.
  package subscript(row: Int) -> String? {
    let code = codes[row]
    return code == Self.missingCode ? nil : levels[Int(code)]
  }

  /// How many rows have each level, in the order of the levels.
  package var counts: [Int] { codes.counts(levelCount: levels.count) }

  /// The same with no level in these rows.
  func clearing(where validity: Validity) -> Categories {
    var full = Array(codes)
    validity.forEachClear { full[$0] = Self.missingCode }
    return Categories(sorted: levels, codes: Codes(full, levelCount: levels.count))
  }

  package func rows(at indices: [Int]) -> Categories {
    Categories(sorted: levels, codes: codes.rows(at: indices))
  }
}
