/// Finds out from a text's first records how it is written.
struct CSVSniffer {
  /// The first bytes, without a byte order mark.
  let text: [UInt8]
  /// Whether they are all there are.
  let isWhole: Bool
  let options: ReadingOptions
  var syntax: RecordSyntax
  /// Where the table begins: its header or first row.
  var start = 0
  var sample: CSVSample
  var warnings: [String] = []
  var hasSeparatorLine = false
  /// Leading lines left out as comments.
  var commentCount = 0
  /// Cells of a comment that has the names.
  var markedNames: [String]?

  static let candidates = [UInt8](",;\t|\u{1F}^~".utf8)

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

  func read(_ syntax: RecordSyntax) -> CSVSample {
    CSVSample(text, syntax, from: start, isWhole: isWhole)
  }

  /// Where the record behind the first one begins.
  var lineAfterFirstRecord: Int {
    guard let first = sample.records.first else { return start }
    return lineEndPlace(from: first.end)
  }

  func lineEndPlace(from start: Int) -> Int {
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
