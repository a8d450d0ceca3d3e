/// What was amiss in the records, by their rows.
struct RecordFaults: Sendable, Equatable {
  /// Fewer cells than columns.
  var short = RowTally()
  /// Cells beyond the last column that hold something.
  var long = RowTally()
  /// The cells of the longest record, counted where it is too long.
  var longest = 0
  /// What the first cell beyond the last column holds.
  var firstExtra: String?
  /// Quotes inside quoted cells that close nothing.
  var innerQuotes = RowTally()
  /// Quotes that open a cell and are never closed.
  var strayQuotes = RowTally()
  /// Lines left out as comments.
  var commentCount = 0
  /// The row that the file's last line is, when no line end follows it.
  var unendedRow: Int?
}

extension RecordFaults {
  /// - Parameter width: how many columns there are.
  func warnings(width: Int) -> [String] {
    var warnings: [String] = []
    let cells = width == 1 ? "1 cell" : "\(width) cells"
    if !short.isEmpty {
      warnings.append("\(short.text): fewer than \(cells), the last ones taken as missing")
    }
    if !long.isEmpty {
      warnings.append(
        "\(long.text): more than \(cells), the rest left out, first '\(firstExtra ?? "")' "
          + "(width=\(longest) keeps all)"
      )
    }
    if !innerQuotes.isEmpty {
      warnings.append(
        "\(innerQuotes.text): quotes inside quoted cells that close nothing, kept as letters "
          + "(quote=none reads all quotes so)"
      )
    }
    if !strayQuotes.isEmpty {
      warnings.append(
        "\(strayQuotes.text): a quote that is never closed, kept as a letter (quote=none reads all "
          + "quotes so)"
      )
    }
    if let unendedRow {
      warnings.append(
        "the file ends without a line end: if it was cut off, row \(unendedRow + 1) is not whole"
      )
    }
    if commentCount > 0 {
      let lines = commentCount == 1 ? "1 comment line" : "\(commentCount) comment lines"
      warnings.append("\(lines) left out (comment=none keeps them)")
    }
    return warnings
  }
}
