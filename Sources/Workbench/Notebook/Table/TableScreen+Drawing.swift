import Language
import Canvas
import Tables

extension TableScreen {
  func draw(_ size: Size) -> Grid {
    var grid = Grid(size)
    let shown = visibleColumns(size)
    let height = bodyHeight(size)
    let rows = topRow..<max(topRow, min(rowCount, topRow + height))
    for (y, row) in rows.enumerated() { putNumber(of: row, y: y + 2, on: &grid) }
    for place in shown {
      putHeader(of: place.column, x: place.x, width: place.width, on: &grid)
      let column = content.frame.columns[place.column]
      let isNumber = column.kind == .number
      for (y, row) in rows.enumerated() {
        let cell = CellText(column, row: frameRow(row))
        let text = cell.text.padded(to: place.width, isNumber ? .right : .left)
        grid.put(text, at: Point(place.x, y + 2), style: cell.style)
      }
      if place.column == self.column, row >= topRow, row < topRow + height, rowCount > 0 {
        let y = row - topRow + 2
        grid.restyle(
          Rect(x: place.x, y: y, width: place.width, height: 1),
          with: Style.selection.adding(.bold)
        )
      }
    }
    if rowCount == 0 {
      let text = filters.isEmpty ? "no rows" : "no rows fit; Backspace undoes the last filter"
      grid.put(text, at: Point(2, min(3, size.height - 1)), style: .muted)
    }
    return grid
  }

  private func putNumber(of row: Int, y: Int, on grid: inout Grid) {
    let number = content.frame.rowNumbers[frameRow(row)]
    let text = String(number + 1).padded(to: gutter - 2, .right)
    grid.put(text, at: Point(0, y), style: row == self.row ? .accent : .muted)
  }

  private func putHeader(of place: Int, x: Int, width: Int, on grid: inout Grid) {
    let column = content.frame.columns[place]
    var name = column.name
    if let sorting = sortings.first(where: { $0.column == name }) {
      name = (sorting.isDescending ? "▼" : "▲") + name
    }
    let isTarget = column.name == content.target
    var style: Style = isTarget ? Style.accent.adding(.bold) : .heading
    if place == self.column { style = style.adding(.underline) }
    let alignment: Alignment = column.kind == .number ? .right : .left
    grid.put(name.padded(to: width, alignment), at: Point(x, 0), style: style)
    grid.put(Self.facts(of: column).padded(to: width, alignment), at: Point(x, 1), style: .muted)
  }

  /// Kind and share of missing cells.
  static func facts(of column: Column) -> String {
    guard column.missingCount > 0, column.count > 0 else { return column.kind.rawValue }
    let share = NumberFormat.percent(Double(column.missingCount) / Double(column.count))
    return "\(share)· \(column.kind.rawValue)"
  }

  /// Where this is: the data, the filters of the view, its order.
  var breadcrumb: String {
    let all = NumberFormat.count(content.totalRowCount)
    let seen = content.frame.rowCount
    var text = content.title
    if seen == content.totalRowCount, content.restriction == nil {
      text += " › \(NumberFormat.count(seen, "row"))"
    } else {
      text += " › \(NumberFormat.count(seen)) of \(all) rows"
      if let restriction = content.restriction { text += " (\(restriction))" }
    }
    text += " × \(NumberFormat.count(columnCount))"
    if !filters.isEmpty {
      let conditions = filters.map { filter in
        "\(filter.column) \(filter.isExcluded ? "≠" : "=") \(filter.value.plainTextOrMissing)"
      }
      let kept = isWorking ? "…" : NumberFormat.count(rowCount)
      text += " › \(conditions.joined(separator: " › ")) (\(kept))"
    }
    for (place, sorting) in sortings.enumerated() {
      let mark = sorting.isDescending ? "▼" : "▲"
      text += (place == 0 ? " › " : ", ") + "\(sorting.column) \(mark)"
    }
    return text
  }

  /// The cell under the cursor in a few words.
  var position: String {
    guard rowCount > 0, columnCount > 0 else { return "" }
    let row = NumberFormat.count(row + 1)
    return "\(row)/\(NumberFormat.count(rowCount)), column \(column + 1)/\(columnCount)"
  }
}
