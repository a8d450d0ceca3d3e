extension RecordIndexer {
  /// What a line that begins with the comment mark is.
  enum Comment {
    case isRow
    /// No row, and the next line begins here.
    case ends(Int)
    /// The text doesn't hold all of it.
    case incomplete
  }

  mutating func comment(at start: Int) -> Comment {
    var end = start
    var width = 1
    while unsafe end < count, unsafe !isLineEnd(end) {
      if unsafe text[end] == syntax.delimiter { width += 1 }
      end += 1
    }
    guard unsafe end < count || isFinal else { return .incomplete }
    if unsafe syntax.isCommentGuessed, unsafe syntax.width == 1 || width == syntax.width {
      return .isRow
    }
    unsafe faults.commentCount += 1
    while unsafe end < count, unsafe text[end] == 0x0D, unsafe syntax.lineEnd == 0x0A { end += 1 }
    return unsafe .ends(behind(end))
  }

  /// A record of cells between runs of blanks and tabs; those at both ends of the line mean nothing.
  mutating func blankDelimitedRecord(at start: Int) -> Int? {
    if unsafe text[start] == syntax.comment {
      switch unsafe comment(at: start) {
      case .incomplete: return nil
      case .ends(let next): return next
      case .isRow: break
      }
    }
    var place = start
    var column = 0
    while true {
      while unsafe place < count, unsafe CellText.isBlank(text[place]) { place += 1 }
      guard unsafe place < count || isFinal else { return nil }
      if unsafe place >= count || isLineEnd(place) { break }
      var cell: UInt64?
      var end = place
      if unsafe text[place] == syntax.quote {
        switch unsafe closing(of: place) {
        case .incomplete: return nil
        case .stray: unsafe faults.strayQuotes.add(firstRow + rowCount)
        case .closed(let close, _, let isEscaped, let hasInner):
          if hasInner { unsafe faults.innerQuotes.add(firstRow + rowCount) }
          let flags = CellPlace.quoted | (isEscaped ? CellPlace.escaped : 0)
          cell = CellPlace.packed(from: place + 1, to: close, flags: flags)
          end = close + 1
        }
      }
      if cell == nil {
        while unsafe end < count, unsafe !CellText.isBlank(text[end]), unsafe !isLineEnd(end) {
          end += 1
        }
        guard unsafe end < count || isFinal else { return nil }
      }
      if unsafe column < syntax.width {
        unsafe cells[column * rowCapacity + rowCount] =
          cell ?? CellPlace.packed(from: place, to: end)
      } else {
        unsafe noteExtra(column, from: place, to: end)
      }
      column += 1
      place = end
    }
    let lastCell = column
    while unsafe place < count, unsafe text[place] == 0x0D, unsafe syntax.lineEnd == 0x0A {
      place += 1
    }
    if lastCell > 0 { unsafe finish(lastCell, at: place) }
    return unsafe behind(place)
  }

  private func isLineEnd(_ place: Int) -> Bool {
    let byte = unsafe text[place]
    if unsafe byte == syntax.lineEnd { return true }
    if unsafe syntax.lineEnd == 0x0D { return byte == 0x0A }
    var end = place
    while unsafe text[end] == 0x0D { end += 1 }
    return unsafe end > place && text[end] == 0x0A
  }
}
