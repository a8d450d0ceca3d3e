extension RecordIndexer {
  enum Closing {
    /// The text doesn't say yet.
    case incomplete
    case stray
    /// Blanks behind the quote are no part of the cell.
    case closed(at: Int, behindBlanks: Int, isEscaped: Bool, hasInner: Bool)
  }

  /// What the quote that opens a cell comes to.
  mutating func closing(of open: Int) -> Closing {
    let (text, count) = unsafe (text, count)
    let quote = unsafe syntax.quote
    var search = QuoteSearch(from: open + 1)
    while true {
      let end = unsafe firstByte(Words64.broadcast(quote), from: search.place, to: count)
      unsafe advance(&search, to: end ?? count)
      guard let end, end - open <= CellPlace.lengthLimit else {
        return unsafe unclosed(&search, open)
      }
      let isLetter = unsafe syntax.hasBackslashes && isTaken(end, open)
      var next = end + 1
      if !isLetter {
        while next < count, unsafe text[next] != syntax.delimiter,
          unsafe CellText.isBlank(text[next]), unsafe !syntax.isBlankDelimited
        {
          next += 1
        }
        var ahead = next
        while ahead < count, unsafe text[ahead] == 0x0D { ahead += 1 }
        if unsafe !isFinal, ahead + 1 >= count { return unsafe unclosed(&search, open) }
        let isPair = unsafe text[end + 1] == quote && end + 1 < count
        if !isPair, unsafe isEnd(next) {
          return .closed(
            at: end,
            behindBlanks: next,
            isEscaped: search.lastEscaped > open,
            hasInner: search.hasInner
          )
        }
        unsafe findLineEnd(&search)
        if isPair {
          search.lastEscaped = end
          next = end + 2
        } else if search.lineEnd != nil {
          unsafe remember(search, isStray: true)
          return .stray
        } else {
          search.hasInner = true
          next = end + 1
        }
      } else {
        unsafe findLineEnd(&search)
      }
      search.place = next
      guard unsafe !join(&search) else { return .stray }
    }
  }

  /// How far looking for the end of one cell has come.
  private struct QuoteSearch {
    /// The cell goes on up to here, and no pair is cut in two.
    var place: Int
    /// The first line end in the cell.
    var lineEnd: Int?
    /// Before it there is no line end.
    var lineEndPlace: Int
    /// The last quote or escape that is a letter; -1 when there is none.
    var lastEscaped = -1
    var hasInner = false

    init(from start: Int) { (place, lineEndPlace) = (start, start) }
  }

  /// There is no further quote in the text, or what follows it is not there yet.
  private mutating func unclosed(_ search: inout QuoteSearch, _ open: Int) -> Closing {
    unsafe findLineEnd(&search)
    if unsafe join(&search) { return .stray }
    let isStray = unsafe isFinal || search.place - open > CellPlace.lengthLimit
    unsafe remember(search, isStray: isStray)
    return isStray ? .stray : .incomplete
  }

  private func advance(_ search: inout QuoteSearch, to end: Int) {
    if unsafe syntax.hasBackslashes, unsafe hasBackslash(from: search.place, to: end) {
      search.lastEscaped = end
    }
    search.place = end
  }

  /// Goes on where another search from here came to.
  ///
  /// - Returns: whether that search shows that nothing closes the cell.
  private func join(_ search: inout QuoteSearch) -> Bool {
    guard let lineEnd = search.lineEnd else { return false }
    guard let end = unsafe memory.end(from: textStart + lineEnd) else { return false }
    if unsafe memory.isStray { return true }
    unsafe search.lastEscaped = max(search.lastEscaped, memory.lastEscaped - textStart)
    unsafe search.place = max(search.place, min(end - textStart, count))
    return false
  }

  private mutating func remember(_ search: QuoteSearch, isStray: Bool) {
    guard let lineEnd = search.lineEnd else { return }
    unsafe memory.note(
      from: textStart + lineEnd,
      to: textStart + search.place,
      isStray: isStray,
      lastEscaped: textStart + search.lastEscaped
    )
  }

  /// The first line end in the cell, if the search has passed it.
  private func findLineEnd(_ search: inout QuoteSearch) {
    let (start, end) = (search.lineEndPlace, search.place)
    guard search.lineEnd == nil, end > start else { return }
    let lineFeed = unsafe firstByte(Words64.broadcast(0x0A), from: start, to: end)
    let other =
      unsafe syntax.lineEnd == 0x0A
      ? nil : unsafe firstByte(Words64.broadcast(syntax.lineEnd), from: start, to: end)
    search.lineEnd = [lineFeed, other].compactMap { $0 }.min()
    search.lineEndPlace = end
  }

  /// The first of the bytes, all the same, that a word is made of.
  @inline(__always)
  private func firstByte(_ bytes: UInt64, from start: Int, to end: Int) -> Int? {
    var place = start
    while place < end {
      let marks = unsafe Words64.zeroBytes(Words64.load(text + place) ^ bytes)
      if marks != 0 {
        let found = place + marks.trailingZeroBitCount >> 3
        return found < end ? found : nil
      }
      place += 8
    }
    return nil
  }

  /// Whether a cell can end here.
  @inline(__always)
  private func isEnd(_ place: Int) -> Bool {
    let byte = unsafe text[place]
    if unsafe byte == syntax.delimiter || byte == syntax.lineEnd { return true }
    if unsafe syntax.isBlankDelimited, byte == 0x09 { return true }
    if unsafe syntax.lineEnd == 0x0D { return byte == 0x0A }
    var end = place
    while unsafe text[end] == 0x0D { end += 1 }
    return unsafe end > place && text[end] == 0x0A
  }

  private func hasBackslash(from start: Int, to end: Int) -> Bool {
    for index in start..<end where unsafe text[index] == UInt8(ascii: "\\") { return true }
    return false
  }

  /// Whether an odd number of backslashes stands before.
  private func isTaken(_ place: Int, _ open: Int) -> Bool {
    var first = place
    while first > open + 1, unsafe text[first - 1] == UInt8(ascii: "\\") { first -= 1 }
    return (place - first) % 2 == 1
  }
}
