import Language

extension ColumnAccumulator {
  /// Whether the points of its numbers may stand between thousands.
  var mayFollowComma: Bool { mode == .doubles && mayBeGrouped }

  /// Whether cells that aren't of the kind it was told to be may be so as people write it.
  var mayBeOfPeople: Bool {
    unreadable.values.contains { text in
      // The sixteen bytes behind a cell are looked at too.
      let bytes = Array(text.utf8) + [UInt8](repeating: 0, count: 16)
      return unsafe bytes.withUnsafeBufferPointer { buffer in
        guard let start = buffer.baseAddress, unsafe CellLook.mayBeValue(start, buffer.count - 16)
        else { return false }
        switch forced {
        case .number?: return unsafe PeopleNumber(buffer.dropLast(16)) != nil
        case .datetime?: return unsafe PeopleDate(start, buffer.count - 16) != nil
        default: return false
        }
      }
    }
  }

  /// What there is to tell of its numbers and datetimes.
  func warnings(named name: String) -> [String] {
    var warnings: [String] = []
    if let warning = Self.rounding(name, rounded) { warnings.append(warning) }
    warnings += PeopleReading.timeNotes(
      name,
      cut: cutTimes,
      isMixed: hasOffset && !plainTimes.isEmpty
    )
    if let forced, let warning = Self.misfits(name, unreadable, forced) { warnings.append(warning) }
    return warnings
  }

  static func rounding(_ name: String, _ rows: RowTally) -> String? {
    rows.isEmpty
      ? nil
      : "column '\(name)', \(rows.text): whole numbers beyond 2^53 among decimals, rounded "
        + "(text=\(Words.quotedName(name)) keeps them as texts)"
  }

  static func misfits(
    _ name: String,
    _ unreadable: [Int: String],
    _ forced: ColumnKind
  ) -> String? {
    guard !unreadable.isEmpty else { return nil }
    var rows = RowTally()
    for row in unreadable.keys.sorted() { rows.add(row) }
    let first = unreadable[rows.firstRow] ?? ""
    return "column '\(name)', \(rows.text): no \(forced.rawValue), first '\(first)': missing, kept "
      + "as unreadable (text=\(Words.quotedName(name)) keeps them as texts)"
  }

  /// The column with all its rows.
  consuming func column(named name: String) -> Column {
    let valid = valid.map { Bits(words: $0.words, count: $0.count) }
    switch mode {
    case .doubles: return Self.column(name, doubles, unreadable, hasMissing: hasMissing)
    case .integers:
      if forced == .number, valid?.setCount == 0 {
        let none = [Double](repeating: .nan, count: count)
        return Self.column(name, none, unreadable, hasMissing: true)
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
  static func column(
    _ name: String,
    _ doubles: [Double],
    _ unreadable: [Int: String],
    hasMissing: Bool
  ) -> Column {
    let validity =
      hasMissing && doubles.contains(where: \.isNaN)
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
