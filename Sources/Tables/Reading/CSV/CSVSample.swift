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
  /// Cells in which a backslash stands before a quote, and quotes that open or close cells.
  private(set) var backslashCount = 0
  private(set) var quotedCount = 0

  static let recordLimit = 100

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
    while place < text.count, records.count < limit {
      let record = record(of: text, syntax, at: &place)
      if place >= text.count, !isWhole, !records.isEmpty, text.last != syntax.lineEnd { break }
      if let record { records.append(record) }
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
      if text[place] == 0x0D, syntax.lineEnd == 0x0A { place += 1 }
      place += 1
      if syntax.lineEnd == 0x0D, place < text.count, text[place] == 0x0A { place += 1 }
    }
    return isBlank ? nil : Record(start: start, end: end, cells: cells, isMarked: isMarked)
  }

  private func isDelimiter(_ byte: UInt8, _ syntax: RecordSyntax) -> Bool {
    byte == syntax.delimiter || syntax.isBlankDelimited && byte == 0x09
  }

  private func isLineEnd(_ text: [UInt8], _ place: Int, _ syntax: RecordSyntax) -> Bool {
    if text[place] == syntax.lineEnd { return true }
    guard text[place] == 0x0D, syntax.lineEnd == 0x0A else { return false }
    return place + 1 < text.count && text[place + 1] == 0x0A
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
    while place < text.count {
      let byte = text[place]
      let next = place + 1 < text.count ? text[place + 1] : nil
      if byte == UInt8(ascii: "\\"), next == syntax.quote {
        hasBackslash = true
        if syntax.hasBackslashes {
          bytes.append(syntax.quote)
          place += 2
          continue
        }
      }
      if byte == syntax.quote {
        if next == syntax.quote {
          place += 1
        } else if next == nil || isDelimiter(next ?? 0, syntax)
          || isLineEnd(text, place + 1, syntax)
        {
          quotedCount += 1
          if hasBackslash { backslashCount += 1 }
          return (Cell(bytes: bytes, isQuoted: true), place + 1)
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
