import Canvas
import Language

extension NotebookState {
  /// Changes the table that has the keys.
  mutating func perform(_ change: (inout TableScreen, Size) -> Void) {
    guard case .table(var table) = screens.last else { return }
    change(&table, viewSize)
    screens[screens.count - 1] = .table(table)
  }

  mutating func performInTable(_ action: KeyAction) -> [Effect] {
    guard case .table(var table) = screens.last else { return [] }
    let size = viewSize
    if table.move(action, size) {
      screens[screens.count - 1] = .table(table)
      return []
    }
    var effects: [Effect] = []
    switch action {
    case .sortAscending: effects = compute(table.sort(isDescending: false))
    case .sortDescending: effects = compute(table.sort(isDescending: true))
    case .unsort: effects = compute(table.unsort())
    case .filterIn, .filterOut:
      let work = table.filter(isExcluded: action == .filterOut)
      guard let filter = table.filters.last, work != nil else {
        return silent("there is no value to filter by")
      }
      effects = compute(work)
      let sign = filter.isExcluded ? "without" : "only"
      say(
        "\(sign) \(filter.column) = \(filter.value.plainTextOrMissing), in this view alone "
          + "(Backspace undoes, w makes it a line)"
      )
    case .undoFilter:
      guard let work = table.undoFilter() else { return silent("the view has no filter") }
      effects = compute(work)
    case .keepFilter:
      guard let line = table.filterLine else { return silent("the view has no filter") }
      return take(.line(line))
    case .wider: table.resizeColumn(by: 4)
    case .narrower: table.resizeColumn(by: -4)
    case .freeze: table.toggleFreeze()
    case .goToRow: screens.append(.prompt(Prompt(.row)))
    case .goToColumn: screens.append(.prompt(Prompt(.column)))
    case .findNext: return findInTable(1)
    case .findPrevious: return findInTable(-1)
    case .frequency: return look("freq", at: table.currentColumn)
    case .describe: return look("describe", at: table.currentColumn)
    case .plot:
      guard let name = table.currentColumn, let kind = table.currentKind else { return [] }
      return [.look(AttributesScreen.look(at: name, kind))]
    case .open: if let detail = table.detail { screens.append(.pager(detail)) }
    case .copy:
      guard let text = table.cellForCopying else { return silent("there is no cell here") }
      say("copied the cell")
      return [.copy(text)]
    case .back:
      screens.removeLast()
      return []
    default: return []
    }
    // A prompt or a cell may have been put over it.
    let place = screens.lastIndex { if case .table = $0 { true } else { false } }
    if let place { screens[place] = .table(table) }
    return effects
  }

  private func compute(_ work: TableWork?) -> [Effect] { work.map { [.compute($0)] } ?? [] }

  func look(_ verb: String, at column: String?) -> [Effect] {
    column.map { [.look("\(verb) \(Words.quotedName($0))")] } ?? []
  }

  mutating func findInTable(_ step: Int) -> [Effect] {
    guard case .table(var table) = screens.last else { return [] }
    guard let work = table.find(step) else { return silent("/ finds a text") }
    screens[screens.count - 1] = .table(table)
    return [.compute(work)]
  }

  mutating func goToRow(_ text: String) -> [Effect] {
    guard case .table(var table) = screens.last else { return [] }
    guard let number = Int(text.filter { $0 != "," }), number > 0 else {
      return silent("'\(text)' is no row's number")
    }
    guard let row = table.row(numbered: number - 1) else {
      return silent("row \(NumberFormat.count(number)) isn't in the view")
    }
    table.go(toRow: row, column: table.column, viewSize)
    screens[screens.count - 1] = .table(table)
    return []
  }

  mutating func goToColumn(_ text: String) -> [Effect] {
    guard case .table(var table) = screens.last, !text.isEmpty else { return [] }
    guard let column = table.column(named: text) else {
      return silent("no column's name fits '\(text)'")
    }
    table.go(toRow: table.row, column: column, viewSize)
    screens[screens.count - 1] = .table(table)
    return []
  }
}

extension TableScreen {
  /// Performs a moving action; false for any other.
  fileprivate mutating func move(_ action: KeyAction, _ size: Size) -> Bool {
    let page = max(1, bodyHeight(size) - 1)
    switch action {
    case .up: move(rows: -1, size)
    case .down: move(rows: 1, size)
    case .left: move(columns: -1, size)
    case .right: move(columns: 1, size)
    case .pageUp: move(rows: -page, size)
    case .pageDown: move(rows: page, size)
    case .halfPageUp: move(rows: -max(1, page / 2), size)
    case .halfPageDown: move(rows: max(1, page / 2), size)
    case .top: go(toRow: 0, column: column, size)
    case .bottom: go(toRow: rowCount - 1, column: column, size)
    case .first: go(toRow: row, column: 0, size)
    case .last: go(toRow: row, column: columnCount - 1, size)
    default: return false
    }
    return true
  }
}
