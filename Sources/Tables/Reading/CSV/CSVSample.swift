/// The first records of a text, read without knowing how many columns there are.
struct CSVSample {
  struct Cell {
    let bytes: [UInt8]
    let isQuoted: Bool

    var text: String { String(decoding: bytes, as: UTF8.self) }
  }

  struct Record {
    /// Where it begins in the text.
    let start: Int
    let end: Int
    let cells: [Cell]
    /// It begins with the comment mark; its cells are cut without regard to quotes.
    let isMarked: Bool

    var width: Int { cells.count }
  }

  private(set) var records: [Record] = []
  /// Quoted cells with a backslash before a quote that wouldn't close them in any case.
  private(set) var innerBackslashCount = 0
  /// Quoted cells with doubled quotes.
  private(set) var doubledCount = 0

  static let recordLimit = 100
  private static let cellLimit = 20_000

  /// - Parameters:
  ///   - start: where the first line begins.
  ///   - isWhole: whether the text is all there is; else the last record may not be whole and is
  ///     left out.
  init(
    _ text: [UInt8],
    _ syntax: RecordSyntax,
    from start: Int = 0,
    isWhole: Bool,
    limit: Int = CSVSample.recordLimit
  ) {
    var place = start
    var cellCount = 0
    while place < text.count, records.count < limit {
      let record = record(of: text, syntax, at: &place)
      if place >= text.count, !isWhole, !records.isEmpty, text.last != syntax.lineEnd { break }
      if let record {
        records.append(record)
        cellCount += record.width
      }
      // Of thousands of columns few records tell enough.
      if cellCount > Self.cellLimit, records.count >= 10 { break }
    }
  }

  private mutating func record(
    of text: [UInt8],
    _ syntax: RecordSyntax,
    at place: inout Int
  ) -> Record? {
    let start = place
    let isMarked = text[start] == syntax.comment
    var cells: [Cell] = []
    var isBlank = true
    while true {
      if syntax.isBlankDelimited {
        while place < text.count, CellText.isBlank(text[place]) { place += 1 }
        if place >= text.count || isLineEnd(text, place, syntax) { break }
      }
      if !isMarked, place < text.count, text[place] == syntax.quote,
        let (cell, end) = quoted(text, syntax, at: place)
      {
        cells.append(cell)
        place = end
        isBlank = false
      } else {
        let first = place
        while place < text.count, !isDelimiter(text[place], syntax),
          !isLineEnd(text, place, syntax)
        {
          if !CellText.isBlank(text[place]) { isBlank = false }
          place += 1
        }
        cells.append(Cell(bytes: Array(text[first..<place]), isQuoted: false))
      }
      guard place < text.count, isDelimiter(text[place], syntax) else { break }
      if !syntax.isBlankDelimited {
        isBlank = false
        place += 1
      }
    }
    let end = place
    if place < text.count {
      if syntax.lineEnd == 0x0A { while text[place] == 0x0D { place += 1 } }
      let isReturn = text[place] == 0x0D
      place += 1
      if isReturn, place < text.count, text[place] == 0x0A { place += 1 }
    }
    return isBlank ? nil : Record(start: start, end: end, cells: cells, isMarked: isMarked)
  }

  private func isDelimiter(_ byte: UInt8, _ syntax: RecordSyntax) -> Bool {
    byte == syntax.delimiter || syntax.isBlankDelimited && byte == 0x09
  }

  private func isEnd(_ text: [UInt8], _ place: Int, _ syntax: RecordSyntax) -> Bool {
    place >= text.count || isDelimiter(text[place], syntax) || isLineEnd(text, place, syntax)
  }

  /// Where a quoted cell ends behind its last quote, blanks left out; nil when it doesn't.
  private func closing(_ text: [UInt8], _ start: Int, _ syntax: RecordSyntax) -> Int? {
    var place = start
    while place < text.count, !isDelimiter(text[place], syntax), CellText.isBlank(text[place]) {
      place += 1
    }
    return isEnd(text, place, syntax) ? place : nil
  }

  private func isLineEnd(_ text: [UInt8], _ place: Int, _ syntax: RecordSyntax) -> Bool {
    if text[place] == syntax.lineEnd { return true }
    if syntax.lineEnd == 0x0D { return text[place] == 0x0A }
    var end = place
    while end < text.count, text[end] == 0x0D { end += 1 }
    return end > place && end < text.count && text[end] == 0x0A
  }

  /// The cell and the place behind it; nil when the quote opens nothing.
  private mutating func quoted(
    _ text: [UInt8],
    _ syntax: RecordSyntax,
    at open: Int
  ) -> (Cell, Int)? {
    var bytes: [UInt8] = []
    var place = open + 1
    var crossesLine = false
    var hasBackslash = false
    var isDoubled = false
    while place < text.count {
      let byte = text[place]
      let next = place + 1 < text.count ? text[place + 1] : nil
      if byte == UInt8(ascii: "\\"), next == syntax.quote || next == byte {
        if next == syntax.quote, place + 2 < text.count, !isEnd(text, place + 2, syntax) {
          hasBackslash = true
        }
        if syntax.hasBackslashes {
          bytes.append(text[place + 1])
          place += 2
          continue
        }
      }
      if byte == syntax.quote {
        if next == syntax.quote {
          place += 1
          isDoubled = true
        } else if let end = closing(text, place + 1, syntax) {
          if hasBackslash { innerBackslashCount += 1 }
          if isDoubled { doubledCount += 1 }
          return (Cell(bytes: bytes, isQuoted: true), end)
        } else if crossesLine {
          return nil
        }
      }
      if byte == syntax.lineEnd { crossesLine = true }
      bytes.append(byte)
      place += 1
    }
    return nil
  }
}
