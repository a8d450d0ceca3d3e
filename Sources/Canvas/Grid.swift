/// A box of styled cells: what every view draws and what tests read.
///
/// Drawing outside the box is cut away, never a trap, and a glyph of two columns is drawn whole
/// or not at all (a blank takes its place).
package struct Grid: Hashable, Sendable {
  package let size: Size
  /// Row by row.
  package private(set) var cells: [Cell]

  package init(_ size: Size, style: Style = .plain) {
    self.size = size
    cells = Array(repeating: Cell(.blank, style), count: size.width * size.height)
  }

  package init(width: Int, height: Int) { self.init(Size(width, height)) }

  package var width: Int { size.width }
  package var height: Int { size.height }
  package var bounds: Rect { Rect(size) }

  /// The cell at a place; a blank outside the grid.
  package subscript(x: Int, y: Int) -> Cell {
    guard x >= 0, x < width, y >= 0, y < height else { return .blank }
    return cells[y * width + x]
  }

  package func row(_ y: Int) -> ArraySlice<Cell> {
    guard y >= 0, y < height else { return [] }
    return cells[y * width..<(y + 1) * width]
  }

  /// Sets one cell and blanks the other half of a wide glyph that it breaks.
  private mutating func set(_ x: Int, _ y: Int, _ cell: Cell) {
    let place = y * width + x
    if cells[place].glyph.isContinuation, x > 0, !cell.glyph.isContinuation {
      cells[place - 1].glyph = .blank
    }
    if cells[place].glyph.isWide, x + 1 < width { cells[place + 1].glyph = .blank }
    cells[place] = cell
  }
}

extension Grid {
  /// Draws one glyph.
  package mutating func put(_ glyph: Glyph, at point: Point, style: Style = .plain) {
    guard point.y >= 0, point.y < height, !glyph.isContinuation else { return }
    if glyph.isWide {
      let hasRoom = point.x >= 0 && point.x + 1 < width
      guard hasRoom else {
        put(.blank, at: point, style: style)
        put(.blank, at: point.moved(x: 1), style: style)
        return
      }
      set(point.x, point.y, Cell(.blank, style))
      set(point.x + 1, point.y, Cell(.blank, style))
      cells[point.y * width + point.x].glyph = glyph
      cells[point.y * width + point.x + 1].glyph = .continuation
    } else if point.x >= 0, point.x < width {
      set(point.x, point.y, Cell(glyph, style))
    }
  }

  /// Draws a text in one row and returns the columns it used.
  ///
  /// It is cut at `maximumWidth` columns with an ellipsis; without a maximum it is cut at the
  /// grid's edge without one.
  @discardableResult
  package mutating func put(
    _ text: String,
    at point: Point,
    style: Style = .plain,
    maximumWidth: Int? = nil
  ) -> Int {
    guard point.y >= 0, point.y < height else { return 0 }
    let text = maximumWidth.map { text.clipped(to: $0) } ?? text
    if text.isPlain {
      for (step, byte) in text.utf8.enumerated() where point.x + step >= 0 {
        if point.x + step >= width { return width - point.x }
        set(point.x + step, point.y, Cell(Glyph(Unicode.Scalar(byte)), style))
      }
      return text.utf8.count
    }
    var x = point.x
    for glyph in Glyphs(text) {
      if x >= width { break }
      put(glyph, at: Point(x, point.y), style: style)
      x += glyph.width
    }
    return x - point.x
  }

  /// Fills a box with one glyph of one column.
  package mutating func fill(_ rect: Rect, with glyph: Glyph = .blank, style: Style = .plain) {
    let area = rect.intersection(bounds)
    guard !area.isEmpty, glyph.width == 1 else { return }
    for y in area.minY..<area.maxY {
      for x in area.minX..<area.maxX { set(x, y, Cell(glyph, style)) }
    }
  }

  /// Lays a style over what a box already shows.
  package mutating func restyle(_ rect: Rect, with style: Style) {
    let area = rect.intersection(bounds)
    guard !area.isEmpty else { return }
    for y in area.minY..<area.maxY {
      for x in area.minX..<area.maxX {
        cells[y * width + x].style = style.over(cells[y * width + x].style)
      }
    }
  }

  /// Copies another grid here, or the part of it that `part` names.
  package mutating func blit(_ grid: Grid, at point: Point, part: Rect? = nil) {
    let source = (part ?? grid.bounds).intersection(grid.bounds)
    let target = Rect(point, source.size).intersection(bounds)
    guard !target.isEmpty else { return }
    let shiftX = source.minX - point.x
    let shiftY = source.minY - point.y
    for y in target.minY..<target.maxY {
      for x in target.minX..<target.maxX {
        let cell = grid[x + shiftX, y + shiftY]
        if cell.glyph.isContinuation {
          // Its first half was drawn just before, or lies outside and must not be half drawn.
          if x == target.minX { set(x, y, Cell(.blank, cell.style)) }
        } else if cell.glyph.isWide, x + 1 >= target.maxX {
          set(x, y, Cell(.blank, cell.style))
        } else {
          put(cell.glyph, at: Point(x, y), style: cell.style)
        }
      }
    }
  }

  /// A part of the grid, or blanks where it reaches outside.
  package func cropped(to rect: Rect) -> Grid {
    var grid = Grid(rect.size)
    grid.blit(self, at: Point(-rect.minX, -rect.minY))
    return grid
  }

  /// Draws a frame along the inside of a box's edge, with a title in its top line.
  package mutating func box(_ rect: Rect, title: String = "", style: Style = .rule) {
    guard rect.width >= 2, rect.height >= 2 else { return }
    let right = rect.maxX - 1
    let bottom = rect.maxY - 1
    let area = rect.intersection(bounds)
    guard !area.isEmpty else { return }
    for x in area.minX..<area.maxX {
      put(Glyph("─"), at: Point(x, rect.minY), style: style)
      put(Glyph("─"), at: Point(x, bottom), style: style)
    }
    for y in area.minY..<area.maxY {
      put(Glyph("│"), at: Point(rect.minX, y), style: style)
      put(Glyph("│"), at: Point(right, y), style: style)
    }
    put(Glyph("┌"), at: rect.origin, style: style)
    put(Glyph("┐"), at: Point(right, rect.minY), style: style)
    put(Glyph("└"), at: Point(rect.minX, bottom), style: style)
    put(Glyph("┘"), at: Point(right, bottom), style: style)
    if !title.isEmpty, rect.width > 6 {
      let shown = " \(title.clipped(to: rect.width - 6)) "
      put(shown, at: rect.origin.moved(x: 2), style: .heading)
    }
  }
}
