import Canvas
import Glibc

/// What the colours and marks of a plot stand for, in one line.
struct Legend {
  struct Entry {
    var mark: Glyph
    var style: Style
    var name: String
  }

  var entries: [Entry]

  private static let widestName = 32
  private static let gap = 3

  init(_ entries: [Entry]) { self.entries = entries }

  /// One entry a series: its colour, and without colours its own mark.
  init(series: [String], hasPoints: Bool, _ rendering: Rendering) {
    entries = series.enumerated().map { number, name in
      var mark = StackedColumn.filling(number, rendering)
      if rendering.colors == .none, hasPoints {
        mark = Glyph(DotCanvas.seriesMarks[number % DotCanvas.seriesMarks.count])
      }
      return Entry(mark: mark, style: .series(number), name: name)
    }
  }

  /// Four steps of a density, up to the largest number of rows in a cell.
  init(density largest: Int, _ rendering: Rendering) {
    entries = []
    let isSolid = rendering.colors != .none && rendering.glyphs != .ascii
    var last = 0
    for share in [0.25, 0.5, 0.75, 1] {
      // The inverse of the logarithmic scale on which cells are coloured.
      let count = Int((pow(Double(largest) + 1, share)).rounded()) - 1
      guard count > last else { continue }
      last = count
      let style = Style(foreground: Ramp.sequential.color(at: share, rendering))
      let mark = isSolid ? Glyph("█") : Ramp.shade(at: share, rendering)
      entries.append(Entry(mark: mark, style: style, name: NumberFormat.count(count)))
    }
    if let place = entries.indices.last { entries[place].name += " rows a cell" }
  }

  func width(widestName: Int = widestName) -> Int {
    let names = entries.reduce(0) { $0 + min(displayWidth(of: $1.name), widestName) + 2 }
    return names + Self.gap * max(0, entries.count - 1)
  }

  /// Draws the entries from a place to the end of the row, their names cut alike to fit.
  func put(on grid: inout Grid, at point: Point) {
    let room = grid.width - point.x
    var widest = Self.widestName
    while widest > 3, width(widestName: widest) > room { widest -= 1 }
    var x = point.x
    for entry in entries where x < grid.width {
      grid.put(entry.mark, at: Point(x, point.y), style: entry.style)
      x += 2 + grid.put(entry.name.clipped(to: widest), at: Point(x + 2, point.y)) + Self.gap
    }
  }
}
