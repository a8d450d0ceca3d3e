/// Prints grids as text, with colours for a terminal or without any for a file.
package struct ANSIWriter: Sendable {
  package let rendering: Rendering

  package init(_ rendering: Rendering) { self.rendering = rendering }

  /// The rows, each ended by a line feed, trailing blanks trimmed.
  ///
  /// Without colours there is no escape sequence at all; with them every row ends reset.
  package func text(of grid: Grid) -> String {
    let grid = rendering.glyphs == .ascii ? grid.inASCII : grid
    var text = ""
    for y in 0..<grid.height {
      if rendering.colors == .none {
        text += grid.text(ofRow: y)
      } else {
        write(grid.row(y), to: &text)
      }
      text += "\n"
    }
    return text
  }

  private func write(_ row: ArraySlice<Cell>, to text: inout String) {
    let end = row.lastIndex { $0.glyph != .blank || isVisible(blankIn: $0.style) }
    guard let end else { return }
    var current = Style.plain
    for cell in row[row.startIndex...end] where !cell.glyph.isContinuation {
      let style = Palette.resolve(cell.style, rendering)
      if style != current {
        text += Self.sequence(for: style)
        current = style
      }
      cell.glyph.write(to: &text)
    }
    if current != .plain { text += "\u{1B}[0m" }
  }

  private func isVisible(blankIn style: Style) -> Bool {
    let shown = Palette.resolve(style, rendering)
    return shown.background != .standard
      || !shown.attributes.isDisjoint(with: [.reverse, .underline])
  }

  /// The sequence (SGR) that sets a style from any other; its colours are indexed or standard.
  private static func sequence(for style: Style) -> String {
    var codes = ["0"]
    let names: [(Style.Attributes, String)] = [
      (.bold, "1"), (.dim, "2"), (.italic, "3"), (.underline, "4"), (.reverse, "7"),
    ]
    codes += names.filter { style.attributes.contains($0.0) }.map(\.1)
    if let index = style.foreground.index { codes.append(code(index, basic: 30)) }
    if let index = style.background.index { codes.append(code(index, basic: 40)) }
    return "\u{1B}[" + codes.joined(separator: ";") + "m"
  }

  private static func code(_ index: UInt8, basic: Int) -> String {
    index < 8 ? "\(basic + Int(index))" : "\(basic + 8);5;\(index)"
  }
}
