import Canvas

extension PickList {
  /// The query in the first row, what answers it below.
  func draw(_ size: Size) -> (grid: Grid, cursor: Point?) {
    var grid = Grid(size)
    guard !size.isEmpty else { return (grid, nil) }
    let prompt = title + ": "
    let used = grid.put(prompt, at: .zero, style: .heading, maximumWidth: size.width)
    let room = max(1, size.width - used - 1)
    let before = displayWidth(of: editor.textBeforeCursor)
    let shift = max(0, before - room)
    var line = Grid(width: displayWidth(of: editor.text) + 1, height: 1)
    line.put(editor.text, at: .zero)
    grid.blit(line, at: Point(used, 0), part: Rect(x: shift, y: 0, width: room, height: 1))
    let rows = Rect(size).cutTop(1).rest.cutTop(size.height).top
    let top = top(height: rows.height)
    for (y, place) in (top..<min(shown.count, top + rows.height)).enumerated() {
      put(shown[place], on: &grid, y: rows.minY + y, isSelected: place == selected)
    }
    if shown.isEmpty, rows.height > 0 {
      grid.put("nothing fits; Backspace takes a letter back", at: Point(2, 1), style: .muted)
    }
    return (grid, Point(min(used + before - shift, size.width - 1), 0))
  }

  /// The first item in view: the selected one stands in the middle where it can.
  func top(height: Int) -> Int {
    max(0, min(selected - height / 2, shown.count - height))
  }

  private func put(_ item: Item, on grid: inout Grid, y: Int, isSelected: Bool) {
    if item.isHeading {
      grid.put(item.title, at: Point(0, y), style: .heading, maximumWidth: grid.width)
      return
    }
    let keyWidth = item.key.isEmpty ? 0 : displayWidth(of: item.key) + 2
    let room = max(0, grid.width - 2 - keyWidth)
    let titleStyle: Style = item.target == nil ? .muted : .plain
    let column = min(26, room / 2)
    let used = grid.put(item.title, at: Point(2, y), style: titleStyle, maximumWidth: room)
    let x = max(used + 2, column)
    if room > x {
      grid.put(item.detail, at: Point(2 + x, y), style: .muted, maximumWidth: room - x)
    }
    if !item.key.isEmpty {
      let x = max(0, grid.width - keyWidth + 1)
      grid.put(item.key, at: Point(x, y), style: .accent)
    }
    if isSelected {
      grid.restyle(Rect(x: 0, y: y, width: grid.width, height: 1), with: .selection)
      grid.put("▸", at: Point(0, y), style: Style.accent.over(.selection))
    }
  }
}
