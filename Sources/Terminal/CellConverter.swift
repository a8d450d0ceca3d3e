internal import CTerm
internal import Canvas

/// Turns cells into what curses is given; neighbours often share a style, so the last is kept.
struct CellConverter {
  private let rendering: Rendering
  private var style = Style.plain
  private var resolved: Style

  init(_ rendering: Rendering) {
    self.rendering = rendering
    resolved = Palette.resolve(style, rendering)
  }

  mutating func cell(_ cell: Cell) -> cterm_cell {
    if cell.style != style {
      style = cell.style
      resolved = Palette.resolve(style, rendering)
    }
    let marks = cell.glyph.hasMarks ? cell.glyph.marks : []
    return cterm_cell(
      base: cell.glyph.base.value,
      mark1: marks.first?.value ?? 0,
      mark2: marks.count > 1 ? marks[1].value : 0,
      foreground: resolved.foreground.index.map { Int16($0) } ?? -1,
      background: resolved.background.index.map { Int16($0) } ?? -1,
      attributes: resolved.attributes.rawValue,
      width: UInt8(cell.glyph.width)
    )
  }
}
