import Canvas

/// A wrapped paragraph in one style.
struct SceneText: SceneBlock {
  var text: String
  var style: Style

  /// Longer lines are hard to read.
  private static let longestLine = 100

  init(_ text: String, _ style: Style) {
    self.text = text
    self.style = style
  }

  var isElastic: Bool { false }
  var isText: Bool { true }

  private func lines(_ width: Int) -> [String] {
    text.wrapped(to: min(max(width, 1), Self.longestLine))
  }

  func extent(width: Int, _ rendering: Rendering) -> Extent { Extent(lines(width).count) }

  func draw(in size: Size, _ rendering: Rendering) -> Grid {
    let lines = lines(size.width)
    let longest = lines.map { displayWidth(of: $0) }.max() ?? 0
    var grid = Grid(width: min(size.width, longest), height: min(size.height, lines.count))
    for (y, line) in lines.prefix(grid.height).enumerated() {
      grid.put(line, at: Point(0, y), style: style)
    }
    return grid
  }
}
