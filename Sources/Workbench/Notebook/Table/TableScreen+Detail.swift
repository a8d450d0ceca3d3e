import Canvas
import Language
import Tables

extension TableScreen {
  /// The whole cell under the cursor, for the full screen.
  var detail: Pager? {
    guard let name = currentColumn, row < rowCount else { return nil }
    let column = content.frame.columns[self.column]
    let place = frameRow(row)
    let number = content.frame.rowNumbers[place] + 1
    let text: String =
      if let unreadable = column.unreadable[place] {
        "\(unreadable)\n\nThis text could not be read as \(column.kind.rawValue); it counts as missing."
      } else {
        column.value(at: place).plainTextOrMissing
      }
    return Pager(title: "\(name), row \(number)", .text(text))
  }

  /// What `y` copies.
  var cellForCopying: String? {
    guard let cell = currentCell, cell.state != .missing else {
      return currentCell == nil ? nil : ""
    }
    if cell.state == .unreadable { return cell.text }
    return content.frame.columns[column].value(at: frameRow(row)).plainText
  }
}

extension Value {
  /// Missing by its name.
  var plainTextOrMissing: String { isMissing ? "missing" : plainText }
}
