package import Canvas
package import Display
package import Language

/// Lines and what they gave as running text, for batch output and the line-by-line form.
package struct Transcript {
  private let width: Int
  private let rendering: Rendering

  package init(width: Int, _ rendering: Rendering) {
    self.width = max(1, width)
    self.rendering = rendering
  }

  /// The line as it was typed, set off from its output.
  package func text(of source: String) -> String {
    let mark = rendering.glyphs == .ascii ? ">" : "›"
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return paint(lines.enumerated().map { ($0 == 0 ? "\(mark) " : "  ") + $1 }, .accent)
  }

  package func text(of scene: Scene) -> String {
    let grid = scene.draw(width: max(1, width - 2), rendering: rendering)
    var indented = Grid(width: grid.width + 2, height: grid.height)
    indented.blit(grid, at: Point(2, 0))
    return ANSIWriter(rendering).text(of: indented)
  }

  /// Prose wrapped to the width, headings underlined.
  package func text(of content: Script.Content) -> String {
    switch content {
    case .heading(let text, let level):
      let rule = String(
        repeating: level == 1 ? "═" : "─",
        count: min(width, displayWidth(of: text))
      )
      return paint(text.wrapped(to: width) + [rule], .heading) + "\n"
    case .paragraph(let text): return paint(text.wrapped(to: width), .plain) + "\n"
    case .blank, .interpreter, .call: return ""
    }
  }

  private func paint(_ lines: [String], _ style: Style) -> String {
    var grid = Grid(
      width: lines.map { displayWidth(of: $0) }.max() ?? 0,
      height: lines.count
    )
    for (y, line) in lines.enumerated() { grid.put(line, at: Point(0, y), style: style) }
    return ANSIWriter(rendering).text(of: rendering.glyphs == .ascii ? grid.inASCII : grid)
  }
}
