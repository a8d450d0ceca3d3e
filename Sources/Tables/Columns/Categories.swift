/// Texts as codes into a dictionary of levels.
///
/// Levels are distinct and sorted by Unicode scalar, so codes don't depend on the order of rows and
/// compare as the texts do. A level may have no row: rows that are taken out leave it standing.
package struct Categories: Sendable, Hashable {
  /// The code of a row without a value.
  package static let missingCode = UInt32.max

  package let levels: [String]
  package let codes: [UInt32]

  /// `levels` are distinct, in any order; `codes` are places in it, and whatever is no place in it
  /// is missing.
  package init(levels: [String], codes: [UInt32]) {
    let order = levels.indices.sorted { ScalarOrder.precedes(levels[$0], levels[$1]) }
    if order.elementsEqual(levels.indices) {
      self.levels = levels
      let count = UInt32(levels.count)
      let isCanonical = codes.allSatisfy { $0 < count || $0 == Self.missingCode }
      self.codes = isCanonical ? codes : codes.map { $0 < count ? $0 : Self.missingCode }
    } else {
      self.levels = order.map { levels[$0] }
      var sortedCode = [UInt32](repeating: 0, count: levels.count)
      for (place, old) in order.enumerated() { sortedCode[old] = UInt32(place) }
      self.codes = codes.map { $0 < sortedCode.count ? sortedCode[Int($0)] : Self.missingCode }
    }
  }

  /// Levels that are sorted already, and codes that are places in them or missing.
  private init(sorted levels: [String], codes: [UInt32]) {
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
    var sortedCode = [UInt32](repeating: 0, count: order.count)
    for (place, old) in order.enumerated() { sortedCode[old] = UInt32(place) }
    self.init(
      sorted: order.map { interner.texts[$0] },
      codes: codes.map { $0 == Self.missingCode ? $0 : sortedCode[Int($0)] }
    )
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
  package var counts: [Int] {
    var counts = [Int](repeating: 0, count: levels.count)
    for code in codes where code != Self.missingCode { counts[Int(code)] += 1 }
    return counts
  }

  /// The same levels in other rows, which have only codes of these levels.
  func with(codes: [UInt32]) -> Categories { Categories(sorted: levels, codes: codes) }

  package func rows(at indices: [Int]) -> Categories {
    Categories(sorted: levels, codes: indices.map { codes[$0] })
  }
}
