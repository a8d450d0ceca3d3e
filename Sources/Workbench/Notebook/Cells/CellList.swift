import Canvas

/// Which cells are in view and which one is selected.
struct CellList: Sendable {
  /// The first row in view.
  enum Anchor: Hashable, Sendable {
    /// The newest cell stands at the bottom.
    case end
    case top(index: Int, line: Int)
  }

  private(set) var selected = 0
  private(set) var anchor = Anchor.end
  private(set) var folded: Set<Int> = []
  var query = ""
  private var memo = Memo<CellPictures.Key, Grid>(capacity: 2_000)

  func pictures(_ cells: [Snapshot.Cell], _ size: Size, _ rendering: Rendering) -> CellPictures {
    CellPictures(cells: cells, folded: folded, size: size, rendering: rendering, memo: memo)
  }

  /// Another snapshot: the selection stays with its line, or with its place when that is gone.
  mutating func follow(_ old: [Snapshot.Cell], _ new: [Snapshot.Cell]) {
    memo = Memo(capacity: 2_000)
    let id = selected < old.count ? old[selected].id : nil
    let wasLast = selected >= old.count - 1
    if wasLast, new.count > old.count {
      selected = new.count - 1
    } else {
      selected = new.firstIndex { $0.id == id } ?? min(selected, max(0, new.count - 1))
    }
    if new.count > old.count { anchor = .end }
  }

  mutating func followEnd() { anchor = .end }

  mutating func toggleFold(_ id: Int) {
    if folded.remove(id) == nil { folded.insert(id) }
  }

  // MARK: Place

  /// The first cell in view and how many of its rows are above the view.
  func start(_ pictures: CellPictures) -> (index: Int, line: Int) {
    let height = pictures.size.height
    let last = pictures.cells.count - 1
    guard last >= 0 else { return (0, 0) }
    let lowest = start(showing: last, atBottomOf: height, pictures)
    guard case .top(let index, let line) = anchor, index <= last else { return lowest }
    let clamped = (index, min(line, max(0, pictures.height(at: index) - 1)))
    return clamped < lowest ? clamped : lowest
  }

  /// Where the view starts when the cell's last row is the view's last.
  private func start(
    showing index: Int,
    atBottomOf height: Int,
    _ pictures: CellPictures
  ) -> (index: Int, line: Int) {
    var left = height
    var place = index
    while place >= 0 {
      let rows = pictures.height(at: place)
      if rows >= left { return (place, rows - left) }
      left -= rows
      place -= 1
    }
    return (0, 0)
  }

  /// Scrolls as little as needed for the selected cell to be in view, its line before its output.
  mutating func reveal(_ pictures: CellPictures) {
    guard selected < pictures.cells.count else { return }
    let start = start(pictures)
    if (selected, 0) < start {
      anchor = .top(index: selected, line: 0)
      return
    }
    var bottom = -start.line
    var index = start.index
    // No further than the view: a cell beyond it need not be drawn to be found outside.
    while index <= selected, bottom <= pictures.size.height {
      bottom += pictures.height(at: index)
      index += 1
    }
    if bottom > pictures.size.height {
      let lowest = self.start(showing: selected, atBottomOf: pictures.size.height, pictures)
      let top = lowest < (selected, 0) ? lowest : (selected, 0)
      anchor = .top(index: top.0, line: top.1)
    } else {
      anchor = .top(index: start.index, line: start.line)
    }
  }

  mutating func scroll(by rows: Int, _ pictures: CellPictures) {
    guard !pictures.cells.isEmpty else { return }
    var (index, line) = start(pictures)
    line += rows
    while line < 0, index > 0 {
      index -= 1
      line += pictures.height(at: index)
    }
    while line >= pictures.height(at: index), index < pictures.cells.count - 1 {
      line -= pictures.height(at: index)
      index += 1
    }
    anchor = .top(index: index, line: max(0, line))
    let clamped = start(pictures)
    anchor = .top(index: clamped.index, line: clamped.line)
  }

  // MARK: Selection

  mutating func select(_ index: Int, _ pictures: CellPictures) {
    guard !pictures.cells.isEmpty else { return }
    selected = min(max(index, 0), pictures.cells.count - 1)
    reveal(pictures)
  }

  /// Selects the cell that is so many rows away, scrolling along.
  mutating func page(by rows: Int, _ pictures: CellPictures) {
    guard !pictures.cells.isEmpty else { return }
    scroll(by: rows, pictures)
    let shown = visible(pictures)
    if !shown.contains(selected) || rows != 0 {
      let edge = rows < 0 ? shown.lowerBound : shown.upperBound - 1
      selected = min(max(edge, 0), pictures.cells.count - 1)
    }
  }

  /// The cells of which a row is in view.
  func visible(_ pictures: CellPictures) -> Range<Int> {
    guard !pictures.cells.isEmpty else { return 0..<0 }
    let start = start(pictures)
    var y = -start.line
    var index = start.index
    while index < pictures.cells.count, y < pictures.size.height {
      y += pictures.height(at: index)
      index += 1
    }
    return start.index..<max(index, start.index + 1)
  }

  /// The cell at a row of the view.
  func index(atRow row: Int, _ pictures: CellPictures) -> Int? {
    let start = start(pictures)
    var y = -start.line
    for index in visible(pictures) {
      y += pictures.height(at: index)
      if row < y { return index }
    }
    return nil
  }

  /// The next cell, in a direction, whose line or output holds the query.
  mutating func find(_ step: Int, includingSelected: Bool, _ pictures: CellPictures) -> Bool {
    let count = pictures.cells.count
    let wanted = query.lowercased()
    guard !wanted.isEmpty, count > 0 else { return false }
    for distance in (includingSelected ? 0 : 1)...count {
      let index = ((selected + step * distance) % count + count) % count
      let isMatch =
        pictures.cells[index].source.lowercased().contains(wanted)
        || pictures.grid(at: index).description.lowercased().contains(wanted)
      if isMatch {
        select(index, pictures)
        return true
      }
    }
    return false
  }

  // MARK: Drawing

  /// The cells in view; the selected one is marked while keys go to the cells.
  func draw(_ pictures: CellPictures, isFocused: Bool) -> Grid {
    var grid = Grid(pictures.size)
    guard !pictures.cells.isEmpty else { return grid }
    let start = start(pictures)
    var y = -start.line
    var index = start.index
    while index < pictures.cells.count, y < grid.height {
      let picture = pictures.grid(at: index)
      grid.blit(picture, at: Point(0, y))
      if isFocused, index == selected {
        let line = Rect(x: 0, y: y, width: grid.width, height: 1)
        grid.restyle(line, with: .selection)
        for row in y..<(y + picture.height) {
          grid.put("▌", at: Point(0, row), style: .accent)
        }
      }
      y += picture.height
      index += 1
    }
    return grid
  }
}
