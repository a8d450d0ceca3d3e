extension RecordIndexer {
  enum Closing {
    /// The text doesn't say yet.
    case incomplete
    case stray
    /// Blanks behind the quote are no part of the cell.
    case closed(at: Int, behindBlanks: Int, isEscaped: Bool, hasInner: Bool)
  }

  /// What the quote that opens a cell comes to.
  func closing(of open: Int) -> Closing {
    let (text, count) = unsafe (text, count)
    let quote = unsafe syntax.quote
    let quotes = Words64.broadcast(quote)
    var isEscaped = false
    var hasInner = false
    var place = open + 1
    while true {
      let word = unsafe Words64.load(text + place)
      let marks = Words64.zeroBytes(word ^ quotes)
      guard marks != 0 else {
        place += 8
        if place - open > CellPlace.lengthLimit { return .stray }
        if place >= count { return unsafe isFinal ? .stray : .incomplete }
        continue
      }
      let end = place + marks.trailingZeroBitCount >> 3
      guard end < count else { return unsafe isFinal ? .stray : .incomplete }
      if unsafe syntax.hasBackslashes {
        if unsafe hasBackslash(from: place, to: end) { isEscaped = true }
        if unsafe isTaken(end, open) {
          place = end + 1
          continue
        }
      }
      var next = end + 1
      while next < count, unsafe text[next] != syntax.delimiter,
        unsafe CellText.isBlank(text[next]), unsafe !syntax.isBlankDelimited
      {
        next += 1
      }
      var ahead = next
      while ahead < count, unsafe text[ahead] == 0x0D { ahead += 1 }
      if unsafe !isFinal, ahead + 1 >= count { return .incomplete }
      if unsafe text[end + 1] == quote, end + 1 < count {
        isEscaped = true
        place = end + 2
      } else if unsafe isEnd(next) {
        return .closed(at: end, behindBlanks: next, isEscaped: isEscaped, hasInner: hasInner)
      } else if unsafe crossesLine(from: open, to: end) {
        return .stray
      } else {
        hasInner = true
        place = end + 1
      }
    }
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

  private func crossesLine(from start: Int, to end: Int) -> Bool {
    for index in start..<end where unsafe text[index] == syntax.lineEnd || text[index] == 0x0A {
      return true
    }
    return false
  }

  /// Whether an odd number of backslashes stands before.
  private func isTaken(_ place: Int, _ open: Int) -> Bool {
    var first = place
    while first > open + 1, unsafe text[first - 1] == UInt8(ascii: "\\") { first -= 1 }
    return (place - first) % 2 == 1
  }
}
