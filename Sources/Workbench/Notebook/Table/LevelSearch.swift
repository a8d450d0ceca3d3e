import Tables

/// Says of each cell of a column whether it shows a text; each level of a category is read once.
struct LevelSearch {
  private let column: Column
  private let wanted: String
  private let levels: [Bool]
  private let codes: Codes?

  /// What is wanted is given in small letters.
  init(_ column: Column, _ wanted: String) {
    self.column = column
    self.wanted = wanted
    if case .category(let categories) = column.data {
      levels = categories.levels.map { $0.lowercased().contains(wanted) }
      codes = categories.codes
    } else {
      levels = []
      codes = nil
    }
  }

  func holds(row: Int) -> Bool {
    if let codes, column.unreadable[row] == nil {
      let code = Int(codes[row])
      return code < levels.count && levels[code]
    }
    let cell = CellText(column, row: row)
    return cell.state != .missing && cell.text.lowercased().contains(wanted)
  }
}
