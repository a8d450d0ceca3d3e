/// Finds out from a text's first records how it is written.
struct CSVSniffer {
  /// The first bytes, without a byte order mark.
  private let text: [UInt8]
  /// Whether they are all there are.
  private let isWhole: Bool
  private let options: ReadingOptions
  private(set) var syntax: RecordSyntax
  /// Where the table begins: its header or first row.
  private(set) var start = 0
  private(set) var sample: CSVSample
  private(set) var warnings: [String] = []
  private var hasSeparatorLine = false
  /// Leading lines left out as comments.
  private(set) var commentCount = 0
  /// Cells of a comment that has the names.
  private(set) var markedNames: [String]?

  private static let candidates = [UInt8](",;\t|\u{1F}^~".utf8)

  init(_ text: [UInt8], isWhole: Bool, options: ReadingOptions) {
    self.text = text
    self.isWhole = isWhole
    self.options = options
    syntax = RecordSyntax(delimiter: UInt8(ascii: ","), quote: UInt8(ascii: "\""))
    sample = CSVSample([], syntax, isWhole: true)
    switch options.comment {
    case .absent?: break
    case .mark(let mark)?: syntax.comment = UInt8(truncatingIfNeeded: mark.value)
    case nil:
      syntax.comment = UInt8(ascii: "#")
      syntax.isCommentGuessed = true
    }
    syntax.lineEnd = lineEnd()
    if case .mark(let mark)? = options.quote {
      syntax.quote = UInt8(truncatingIfNeeded: mark.value)
    }
    if options.quote == .absent { syntax.quote = RecordSyntax.none }
    readSeparatorLine()
    for _ in 0..<(options.skippedLineCount ?? 0) { start = lineEndPlace(from: start) }
    skipHeadComments()
    chooseDelimiter()
    chooseQuote()
    sample = read(syntax)
    syntax.hasBackslashes = sample.innerBackslashCount > 0 && sample.doubledCount == 0
    if syntax.hasBackslashes {
      sample = read(syntax)
      warnings.append(
        "a backslash before a quote inside cells takes its meaning away (quote=none reads quotes and "
          + "backslashes as letters)"
      )
    }
    if options.skippedLineCount == nil { skipPreamble() }
    takeMarkedNames()
  }

  private func read(_ syntax: RecordSyntax) -> CSVSample {
    CSVSample(text, syntax, from: start, isWhole: isWhole)
  }

  /// Where the record behind the first one begins.
  var lineAfterFirstRecord: Int {
    guard let first = sample.records.first else { return start }
    return lineEndPlace(from: first.end)
  }

  private func lineEndPlace(from start: Int) -> Int {
    var place = start
    while place < text.count, text[place] != syntax.lineEnd { place += 1 }
    place = min(place + 1, text.count)
    if syntax.lineEnd == 0x0D, place < text.count, text[place] == 0x0A { place += 1 }
    return place
  }

  /// CR where it stands alone and, but for a last line perhaps, LF doesn't end lines.
  private func lineEnd() -> UInt8 {
    guard text.contains(0x0D) else { return 0x0A }
    var isInside = false
    var (returns, feeds) = (0, 0)
    for (place, byte) in text.enumerated() {
      if byte == UInt8(ascii: "\"") { isInside.toggle() }
      if isInside { continue }
      if byte == 0x0A { feeds += 1 }
      if byte == 0x0D, place + 1 < text.count, text[place + 1] != 0x0A, text[place + 1] != 0x0D {
        returns += 1
      }
    }
    if feeds == 0 { return returns > 0 || !text.contains(0x0A) ? 0x0D : 0x0A }
    return returns > 1 && feeds == 1 && text.last == 0x0A ? 0x0D : 0x0A
  }

  /// `sep=;`, which spreadsheets write.
  private mutating func readSeparatorLine() {
    guard text.count >= 5, String(decoding: text[..<4], as: UTF8.self).lowercased() == "sep=",
      options.delimiter == nil, options.skippedLineCount == nil, text[4] < 0x80
    else { return }
    let end = lineEndPlace(from: 0)
    guard text[5..<end].allSatisfy({ $0 == 0x0D || $0 == 0x0A }) else { return }
    syntax.delimiter = text[4]
    start = end
    let mark = text[4] == 0x09 ? "\\t" : String(Character(Unicode.Scalar(text[4])))
    hasSeparatorLine = true
    warnings.append(
      "the first line, sep=\(mark), says what stands between cells: heeded, and no row (delimiter= "
        + "says otherwise)"
    )
  }

  private mutating func skipHeadComments() {
    var place = start
    while place < text.count {
      let byte = text[place]
      if byte == 0x0A || byte == 0x0D {
        place += 1
        continue
      }
      guard byte == syntax.comment, !namesFirstColumn(place) else { break }
      place = lineEndPlace(from: place)
      commentCount += 1
      start = place
    }
    if start >= text.count, syntax.isCommentGuessed {
      // Nothing but such lines: they are the table.
      start = 0
      commentCount = 0
      syntax.comment = RecordSyntax.none
    }
  }

  /// `#,name`: the mark is a name itself.
  private func namesFirstColumn(_ place: Int) -> Bool {
    guard syntax.isCommentGuessed, place + 1 < text.count else { return false }
    return Self.candidates.contains(text[place + 1])
      || text[place + 1] == UInt8(truncatingIfNeeded: options.delimiter?.value ?? 0)
  }

  static func spelled(_ delimiter: UInt8) -> String {
    switch delimiter {
    case 0x09: "tabs"
    case 0x20: "blanks"
    case 0x1F: "U+001F"
    default: "'\(Character(Unicode.Scalar(delimiter)))'"
    }
  }

  /// As it is typed behind `delimiter=`.
  static func option(_ delimiter: UInt8) -> String {
    delimiter == 0x09
      ? "delimiter=\"\\t\"" : "delimiter=\"\(Character(Unicode.Scalar(delimiter)))\""
  }
}

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
  }

  private mutating func chooseDelimiter() {
    if let told = options.delimiter {
      syntax.delimiter = UInt8(truncatingIfNeeded: told.value)
      return
    }
    if hasSeparatorLine { return }
    let found = Self.candidates.compactMap { candidate($0) }
    let best = found.max {
      ($0.agreement, $0.values, Double($0.width)) < ($1.agreement, $1.values, Double($1.width))
    }
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
  private static func common(_ sample: CSVSample) -> (width: Int, first: Int) {
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
  private mutating func chooseQuote() {
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

  /// Leaves out leading lines of another width than the later ones.
  private mutating func skipPreamble() {
    let (width, first) = Self.common(sample)
    let records = sample.records
    guard width >= 2, first > 0, records[..<first].allSatisfy({ $0.width != width }) else {
      return
    }
    let lead = records[0]
    if first == 1 {
      // A header may be wider than the rows, or lack a name above row names.
      if lead.width > width { return }
      let isTextOnly = !records.dropFirst().contains { $0.cells.contains { $0.isValue } }
      if lead.width == width - 1, Self.header(of: sample, from: 1) != .certain(true),
        lead.width > 1 || !isTextOnly
      {
        return
      }
    }
    let before = text[start..<records[first].start]
    let lines = before.count { $0 == syntax.lineEnd }
    start = records[first].start
    sample = read(syntax)
    let what = lines == 1 ? "the first line is" : "the first \(lines) lines are"
    warnings.append(
      "\(what) no part of the table, left out (skip=0 keeps \(lines == 1 ? "it" : "them"))"
    )
  }

  /// The last comment above the table names the columns when nothing else does.
  private mutating func takeMarkedNames() {
    guard commentCount > 0, syntax.isCommentGuessed || options.comment != nil,
      options.header != true
    else { return }
    var syntax = syntax
    syntax.comment = RecordSyntax.none
    var last: Int?
    var place = 0
    while place < start {
      if text[place] == self.syntax.comment { last = place }
      place = lineEndPlace(from: place)
    }
    guard let last else { return }
    let body = last + 1
    let line = CSVSample(text, syntax, from: body, isWhole: isWhole, limit: 1)
    let (width, _) = Self.common(sample)
    guard let record = line.records.first, record.width == width, width >= 2,
      Self.header(of: sample, from: 0) != .certain(true)
    else { return }
    markedNames = record.cells.map(\.text)
    commentCount -= 1
  }
}
