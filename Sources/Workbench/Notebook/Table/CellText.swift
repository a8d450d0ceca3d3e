import Canvas
import Language
import Tables

/// A cell of a table as people see it.
struct CellText {
  enum State: Hashable {
    case value, missing
    /// Its text could not be read as the column's kind.
    case unreadable
  }

  var text: String
  var state: State

  /// What stands for a value that isn't there.
  static let missingMark = "·"

  /// The number of digits up to which a number is shown in full.
  private static let fullLength = 12

  init(_ column: Column, row: Int) {
    if let text = column.unreadable[row] {
      self.text = text
      state = .unreadable
    } else if column.isMissing(at: row) {
      text = Self.missingMark
      state = .missing
    } else {
      let value = column.value(at: row)
      let plain = value.plainText
      if case .number(let number) = value, plain.utf8.count > Self.fullLength {
        text = NumberFormat.number(number)
      } else {
        text = plain
      }
      state = .value
    }
  }

  var style: Style {
    switch state {
    case .value: .plain
    case .missing: .muted
    case .unreadable: .warning
    }
  }
}
