extension RecordIndexer {
  enum Closing {
    /// The text doesn't say yet.
    case incomplete
    case stray
    case closed(at: Int, isEscaped: Bool, hasInner: Bool)
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
      if unsafe syntax.hasBackslashes, unsafe isTaken(end, open) {
        isEscaped = true
        place = end + 1
        continue
      }
      if unsafe !isFinal, end + 2 >= count { return .incomplete }
      let next = unsafe text[end + 1]
      if next == quote, end + 1 < count {
        isEscaped = true
        place = end + 2
      } else if unsafe isEnd(end + 1) {
        return .closed(at: end, isEscaped: isEscaped, hasInner: hasInner)
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
    guard byte == 0x0D, unsafe syntax.lineEnd == 0x0A else { return false }
    return unsafe text[place + 1] == 0x0A
  }

  private func crossesLine(from start: Int, to end: Int) -> Bool {
    for index in start..<end where unsafe text[index] == syntax.lineEnd { return true }
    return false
  }

  /// Whether an odd number of backslashes stands before.
  private func isTaken(_ place: Int, _ open: Int) -> Bool {
    var first = place
    while first > open + 1, unsafe text[first - 1] == UInt8(ascii: "\\") { first -= 1 }
    return (place - first) % 2 == 1
  }
}
