/// Where looking for a closing quote has been in vain, so that no later cell looks there again.
///
/// Behind a line's end, what closes a cell doesn't depend on where the cell was opened: it is the
/// first quote that is no half of a pair. A file in which many quotes open cells and none closes
/// them would otherwise be read to its end for each of them. Places count from the first byte that
/// was given to the records.
struct QuoteMemory {
  /// Behind the line end at its lower bound, whoever looks comes to its upper bound.
  private var seen = 0..<0
  /// What is met there, or the lack of anything, closes no cell.
  private(set) var isStray = false
  /// The last quote or escape in it that is a letter.
  private(set) var lastEscaped = -1

  /// Where whoever is at that line end goes on looking; nil where nobody has been.
  func end(from lineEnd: Int) -> Int? {
    seen.lowerBound <= lineEnd && lineEnd < seen.upperBound ? seen.upperBound : nil
  }

  /// Looking was in vain from a line end up to another place.
  mutating func note(from lineEnd: Int, to end: Int, isStray: Bool, lastEscaped: Int) {
    if self.end(from: lineEnd) == nil {
      seen = lineEnd..<max(lineEnd, end)
      self.lastEscaped = lastEscaped
      self.isStray = isStray
    } else if !self.isStray {
      seen = seen.lowerBound..<max(seen.upperBound, end)
      self.lastEscaped = max(self.lastEscaped, lastEscaped)
      self.isStray = isStray
    }
  }
}
