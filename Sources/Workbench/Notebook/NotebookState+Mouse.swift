import Canvas

extension NotebookState {
  private static let wheelRows = 3

  /// Whatever the mouse does has a key.
  mutating func take(_ event: MouseEvent) -> [Effect] {
    guard size.width >= Self.leastSize.width, size.height >= Self.leastSize.height else {
      return []
    }
    switch event.action {
    case .wheelUp: return scroll(rows: -Self.wheelRows)
    case .wheelDown: return scroll(rows: Self.wheelRows)
    case .wheelLeft: return scroll(columns: -1)
    case .wheelRight: return scroll(columns: 1)
    case .press(.left): return click(event.point)
    case .press, .release, .drag: return []
    }
  }

  private mutating func scroll(rows: Int = 0, columns: Int = 0) -> [Effect] {
    let size = viewSize
    switch screens.last {
    case .pager(var pager):
      pager.scroll(x: columns * 8, y: rows, size, rendering)
      screens[screens.count - 1] = .pager(pager)
    case .table(var table):
      table.move(rows: rows, columns: columns, size)
      screens[screens.count - 1] = .table(table)
    case .attributes(var attributes):
      attributes.move(by: rows, size)
      screens[screens.count - 1] = .attributes(attributes)
      return summarise()
    case .list(var list):
      list.move(by: rows)
      screens[screens.count - 1] = .list(list)
    case .prompt: break
    case nil: cells.scroll(by: rows, pictures(in: size))
    }
    return []
  }

  private mutating func click(_ point: Point) -> [Effect] {
    let layout = layout(in: size)
    if layout.input.contains(point), screens.isEmpty {
      isInCells = false
      return []
    }
    guard layout.view.contains(point) else { return [] }
    let place = Point(point.x - layout.view.minX, point.y - layout.view.minY)
    let size = layout.view.size
    switch screens.last {
    case .table(var table):
      let hit = table.place(at: place, size)
      if let column = hit.column { table.go(toRow: hit.row ?? table.row, column: column, size) }
      screens[screens.count - 1] = .table(table)
      guard hit.column != nil, place.y < 2 else { return [] }
      let isUp =
        table.sortings.first
        == .init(
          column: table.currentColumn ?? "",
          isDescending: false
        )
      return perform(isUp ? .sortDescending : .sortAscending)
    case .attributes(var attributes):
      if place.y > 0 { attributes.select(attributes.top + place.y - 1, size) }
      screens[screens.count - 1] = .attributes(attributes)
      return summarise()
    case .list(var list):
      guard place.y > 0 else { return [] }
      list.select(list.top(height: size.height - 1) + place.y - 1)
      screens[screens.count - 1] = .list(list)
      return []
    case .pager, .prompt: return []
    case nil:
      let pictures = pictures(in: size)
      guard let index = cells.index(atRow: place.y, pictures) else { return [] }
      isInCells = true
      cells.select(index, pictures)
      return []
    }
  }
}
