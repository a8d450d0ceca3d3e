import Language

extension ColumnAccumulator {
  /// Whether the column holds texts that may be something else in another spelling.
  var isTextual: Bool { mode.isTextual || mode == .undecided }

  /// The column with all its rows.
  consuming func column(named name: String) -> Column {
    let valid = valid.map { Bits(words: $0.words, count: $0.count) }
    switch mode {
    case .doubles: return Self.column(name, doubles, unreadable)
    case .integers:
      if forced == .number, valid?.setCount == 0 {
        return Self.column(name, [Double](repeating: .nan, count: count), unreadable)
      }
      let data = ColumnData.integers(integers.packed)
      return Column(name, canonical: data, validity: valid, unreadable: unreadable)
    case .instants:
      let data = ColumnData.instants(Instants(integers.packed, in: unit))
      return Column(name, canonical: data, validity: valid, unreadable: unreadable)
    case .booleans:
      let data = ColumnData.booleans(Bits(words: booleans.words, count: count))
      return Column(name, canonical: data, validity: valid, unreadable: unreadable)
    case .undecided:
      var texts = TextAccumulator(isDictionary: false)
      texts.appendMissing(count)
      return texts.column(named: name)
    case .codes, .texts: return texts.column(named: name)
    }
  }

  /// NaN = missing.
  static func column(_ name: String, _ doubles: [Double], _ unreadable: [Int: String]) -> Column {
    let validity = doubles.contains(where: \.isNaN)
      ? Bits(count: doubles.count) { !doubles[$0].isNaN } : nil
    return Column(name, canonical: .doubles(doubles), validity: validity, unreadable: unreadable)
  }

  /// With the texts of the rows before the first text.
  mutating func prepend(_ earlier: ColumnAccumulator) {
    var all = earlier.texts
    all.append(texts)
    texts = all
    firstTextRow = 0
  }
}

extension TextAccumulator {
  /// A category when few values stand in many rows, else text.
  consuming func column(named name: String) -> Column {
    if hasCodes, isDictionary == nil {
      let missing = codes.count { $0 == Categories.missingCode }
      if count == missing || interner.count * 2 > count - missing { leaveCodes() }
    }
    guard !hasCodes else {
      return Column(name, .category(Categories(interner: interner, codes: codes)))
    }
    let validity = valid.map { Bits(words: $0.words, count: $0.count) }
    return Column(name, canonical: .texts(texts), validity: validity)
  }
}
