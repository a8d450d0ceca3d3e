extension CSVSniffer {
  private struct Candidate {
    let delimiter: UInt8
    /// The share of records that have the common width, from the first that has it.
    let agreement: Double
    /// Whether all records have it.
    let isThorough: Bool
    let width: Int
    /// The share of cells that are values, names left out.
    let values: Double

    /// The greater, the likelier.
    var rank: [Double] { [agreement, isThorough ? 1 : 0, values, Double(width)] }
  }

  mutating func chooseDelimiter() {
    if let told = options.delimiter {
      syntax.delimiter = UInt8(truncatingIfNeeded: told.value)
      return
    }
    if hasSeparatorLine { return }
    let found = Self.candidates.compactMap { candidate($0) }
    let best = found.max { $0.rank.lexicographicallyPrecedes($1.rank) }
    guard let best else {
      syntax.delimiter = isBlankDelimited() ? 0x20 : RecordSyntax.none
      return
    }
    syntax.delimiter = best.delimiter
    let rival = found.first {
      $0.delimiter != best.delimiter && $0.isThorough && best.isThorough
        && ($0.values > 0.5 || $0.values >= best.values)
    }
    if let rival {
      warnings.append(
        "cells may be separated by \(Self.spelled(best.delimiter)) or by "
          + "\(Self.spelled(rival.delimiter)): took \(Self.spelled(best.delimiter)) "
          + "(\(Self.option(rival.delimiter)) says otherwise)"
      )
    }
  }

  private func candidate(_ delimiter: UInt8) -> Candidate? {
    var syntax = syntax
    syntax.delimiter = delimiter
    let sample = read(syntax)
    let (width, first) = Self.common(sample)
    guard width > 1 else { return nil }
    let rows = sample.records[first...].filter { !$0.isMarked || $0.width == width }
    let agreeing = rows.count { $0.width == width }
    let cells = rows.dropFirst(rows.count > 1 ? 1 : 0).lazy.flatMap(\.cells)
      .filter { !$0.bytes.isEmpty }
    let values = cells.count { $0.isValue }
    return Candidate(
      delimiter: delimiter,
      agreement: Double(agreeing) / Double(max(1, rows.count)),
      isThorough: agreeing == sample.records.count,
      width: width,
      values: Double(values) / Double(max(1, cells.count))
    )
  }

  /// Whether runs of blanks make columns: all records have as many cells, and there are values in a
  /// column or several blanks in a run.
  private mutating func isBlankDelimited() -> Bool {
    var syntax = syntax
    syntax.delimiter = 0x20
    let sample = read(syntax)
    let records = sample.records.filter { !$0.isMarked }
    guard let last = records.last, last.width > 1, records.count > 1 else { return false }
    let width = last.width
    guard records.dropFirst().allSatisfy({ $0.width == width }) else { return false }
    let isShort =
      records[0].width == width - 1 && records[0].cells.allSatisfy(\.isQuoted)
    guard records[0].width == width || isShort else { return false }
    syntax.delimiter = RecordSyntax.none
    let lines = read(syntax)
    if lines.look(ofColumn: 0, from: 1) == .values { return false }
    let hasValues = (0..<width).contains { sample.look(ofColumn: $0, from: 1) == .values }
    let hasRun = lines.records.contains { record in
      let line = record.cells[0].bytes
      let body = line[CellText.bounds(of: line)]
      return zip(body, body.dropFirst()).contains { $0 == 0x20 && $1 == 0x20 }
    }
    guard hasValues || hasRun else { return false }
    warnings.append(
      "cells are taken to be separated by blanks (delimiter=\",\" says otherwise)"
    )
    return true
  }

  /// The number of cells of the table's records, and the first record that has it.
  ///
  /// It is the number that the greatest share of records has, each counted from its own first
  /// record on; the earliest stays when it has four in five. A table has two columns at least: one
  /// only where nothing else is found.
  static func common(_ sample: CSVSample) -> (width: Int, first: Int) {
    let records = sample.records.enumerated().filter { !$0.element.isMarked }
    var counts: [Int: (first: Int, place: Int, count: Int)] = [:]
    for (place, (index, record)) in records.enumerated() where record.width > 1 {
      counts[record.width, default: (index, place, 0)].count += 1
    }
    var best: (width: Int, first: Int, share: Double)?
    let ordered = counts.sorted { $0.value.place < $1.value.place }
    for (width, found) in ordered {
      let share = Double(found.count) / Double(records.count - found.place)
      guard found.count > 1 || ordered.count == 1 || best == nil else { continue }
      if best.map({ $0.share >= 0.8 || $0.share >= share }) != true {
        best = (width, found.first, share)
      }
    }
    let plain = commonWidth(of: records.map(\.element))
    guard let best else { return (plain, records.first?.offset ?? 0) }
    // Lines that hold a delimiter by the way.
    if plain == 1, best.share < 0.5 { return (1, records.first?.offset ?? 0) }
    return (best.width, best.first)
  }

  /// The number of cells that most records have; the greater one of two.
  static func commonWidth(of records: some Sequence<CSVSample.Record>) -> Int {
    var counts: [Int: Int] = [:]
    for record in records { counts[record.width, default: 0] += 1 }
    return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
  }

  /// `'` where cells begin and end with it and no other quote occurs.
  mutating func chooseQuote() {
    guard options.quote == nil, !text.contains(UInt8(ascii: "\"")) else { return }
    var single = syntax
    single.quote = UInt8(ascii: "'")
    let sample = read(single)
    let quoted = sample.records.lazy.flatMap(\.cells).count { $0.isQuoted }
    let begun = sample.records.lazy.flatMap(\.cells).count {
      !$0.isQuoted && $0.bytes.first == UInt8(ascii: "'")
    }
    guard quoted >= 2, quoted > begun * 10 else { return }
    syntax.quote = single.quote
    warnings.append("cells are quoted with ' (quote=none keeps the marks as letters)")
  }
}
