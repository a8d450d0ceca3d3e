/// Rows and columns of text under a header, drawn into any width.
///
/// What doesn't fit is cut with care: texts are clipped first, numbers (right-aligned columns)
/// never; then whole columns are left out from the right and a line below names them.
package struct TextTable: Sendable {
  package struct Column: Sendable {
    package var title: String
    package var alignment: Alignment
    package var style: Style

    package init(_ title: String, _ alignment: Alignment = .left, style: Style = .plain) {
      self.title = title
      self.alignment = alignment
      self.style = style
    }
  }

  /// One entry; its style goes over the column's.
  package struct Entry: Sendable, ExpressibleByStringLiteral {
    package var text: String
    package var style: Style

    package init(_ text: String, style: Style = .plain) {
      self.text = text
      self.style = style
    }

    package init(stringLiteral text: String) { self.init(text) }
  }

  package var columns: [Column]
  /// Rows may be shorter than the columns (the rest is blank); what is beyond them isn't shown.
  package var rows: [[Entry]]
  /// Columns that stay as long as any: names of what a row is about.
  package var keyCount: Int
  /// Blanks between columns.
  package var gap = 2

  package init(_ columns: [Column], rows: [[Entry]] = [], keyCount: Int = 1) {
    self.columns = columns
    self.rows = rows
    self.keyCount = keyCount
  }

  package init(_ columns: [Column], texts: [[String]], keyCount: Int = 1) {
    self.init(columns, rows: texts.map { $0.map { Entry($0) } }, keyCount: keyCount)
  }

  package mutating func append(_ row: [Entry]) { rows.append(row) }

  /// The table in at most `width` columns, and no wider than it needs.
  package func draw(width: Int) -> Grid {
    let fit = TableFit(of: self, in: width)
    let note = fit.note(columns)
    let contents = fit.widths.reduce(0, +) + gap * max(0, fit.widths.count - 1)
    let noteWidth = note.map { displayWidth(of: $0) } ?? 0
    let total = min(max(0, width), max(contents, noteWidth))
    var grid = Grid(width: total, height: 1 + rows.count + (note == nil ? 0 : 1))
    var x = 0
    for (place, columnWidth) in zip(fit.shown, fit.widths) {
      let column = columns[place]
      let title = column.title.padded(to: columnWidth, column.alignment)
      grid.put(title, at: Point(x, 0), style: .heading)
      for (y, row) in rows.enumerated() where place < row.count {
        let text = row[place].text.padded(to: columnWidth, column.alignment)
        grid.put(text, at: Point(x, y + 1), style: row[place].style.over(column.style))
      }
      x += columnWidth + gap
    }
    if let note {
      grid.put(note, at: Point(0, grid.height - 1), style: .muted, maximumWidth: total)
    }
    return grid
  }
}
