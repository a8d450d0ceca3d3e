import Language
import Canvas

extension NotebookState {
  mutating func performInAttributes(_ action: KeyAction) -> [Effect] {
    guard case .attributes(var screen) = screens.last else { return [] }
    let size = viewSize
    let page = max(1, size.height - 2)
    switch action {
    case .up: screen.move(by: -1, size)
    case .down: screen.move(by: 1, size)
    case .pageUp: screen.move(by: -page, size)
    case .pageDown: screen.move(by: page, size)
    case .halfPageUp: screen.move(by: -max(1, page / 2), size)
    case .halfPageDown: screen.move(by: max(1, page / 2), size)
    case .top, .first: screen.select(0, size)
    case .bottom, .last: screen.select(screen.columnCount - 1, size)
    case .findNext: return findInAttributes(1, includingCurrent: false)
    case .findPrevious: return findInAttributes(-1, includingCurrent: false)
    case .back:
      screens.removeLast()
      return []
    case .open:
      guard let name = screen.current, let kind = screen.currentKind else { return [] }
      return [.look(AttributesScreen.look(at: name, kind))]
    case .describe: return look("describe", at: screen.current)
    case .frequency: return look("freq", at: screen.current)
    case .copy: return screen.current.map { [.copy($0)] } ?? []
    case .dropColumn, .keepColumn:
      return changeColumn(screen.current, isDropped: action == .dropColumn)
    default: return []
    }
    screens[screens.count - 1] = .attributes(screen)
    return summarise()
  }

  private mutating func changeColumn(_ name: String?, isDropped: Bool) -> [Effect] {
    guard let name else { return [] }
    let isThere = snapshot.names.columns.contains { $0.name == name }
    if isDropped {
      guard isThere else { return silent("\(name) is dropped already") }
      say("dropped \(name) (+ takes it back, u undoes)")
      return changing(DropLine.dropping(name, snapshot.cells))
    }
    guard !isThere else { return silent("\(name) is kept already") }
    guard let effect = DropLine.keeping(name, snapshot.cells) else {
      return silent("no line drops \(name) by its own name: u undoes, e edits the line")
    }
    say("kept \(name)")
    return changing(effect)
  }

  /// An edit not seen in a snapshot yet: the next key must not build on the line as it was.
  private mutating func changing(_ effect: Effect) -> [Effect] {
    if case .edit(let id, _) = effect,
      let place = snapshot.cells.firstIndex(where: { $0.id == id })
    {
      snapshot.cells[place].state = .waiting
    }
    return [effect]
  }

  mutating func findInAttributes(_ step: Int, includingCurrent: Bool) -> [Effect] {
    guard case .attributes(var screen) = screens.last else { return [] }
    if screen.query.isEmpty { return silent("/ finds a text") }
    let isFound = screen.find(step, includingCurrent: includingCurrent, viewSize)
    screens[screens.count - 1] = .attributes(screen)
    return isFound ? summarise() : silent("no column's name holds '\(screen.query)'")
  }
}
