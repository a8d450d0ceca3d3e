import Canvas
import Glibc

extension Scene.Plot: SceneBlock {
  var isElastic: Bool { true }

  private var strips: [[Mark]] {
    guard arrangement == .strips, series.count > 1 else { return [marks] }
    return series.indices.map { number in marks.filter { $0.series == nil || $0.series == number } }
  }

  func extent(width: Int, _ rendering: Rendering) -> Extent {
    let strips = strips.count
    guard strips > 1 else { return Extent(least: min(8, height), natural: height, most: 40) }
    return Extent(least: 3 + 2 * strips, natural: 3 + max(3, 18 / strips) * strips, most: 60)
  }

  func draw(in size: Size, _ rendering: Rendering) -> Grid {
    let strips = strips
    let frame = PlotFrame(
      size: size,
      x: x,
      y: y,
      stripNames: strips.count > 1 ? series : []
    )
    let areas = strips.map { PlotArea(x: x, y: y, marks: $0, isDense: isDense) }
    let width = areas.first?.width(within: frame.areaWidth) ?? frame.areaWidth
    var grid = Grid(size)
    var largestCount: Int?
    for (place, area) in areas.enumerated() {
      let box = frame.box(ofStrip: place, width: width)
      let drawn = area.draw(in: box.size, rendering)
      largestCount = drawn.largestCount ?? largestCount
      grid.blit(drawn.grid, at: box.origin)
    }
    frame.draw(on: &grid, width: width)
    if frame.hasTop { putTop(on: &grid, from: frame.left, largestCount, rendering) }
    return grid
  }

  /// The y axis' name and the legend, in the first row.
  private func putTop(
    on grid: inout Grid,
    from left: Int,
    _ largestCount: Int?,
    _ rendering: Rendering
  ) {
    let legend = legend(largestCount, rendering)
    let legendWidth = legend.reduce(0) { $0 + $1.width + 2 } - 2
    let nameRoom = legend.isEmpty ? grid.width : max(0, grid.width - legendWidth - 2)
    let name = arrangement == .strips && series.count > 1 ? "" : y.name
    let used = grid.put(name, at: .zero, style: .heading, maximumWidth: nameRoom)
    var x = max(min(left, grid.width - legendWidth), used == 0 ? 0 : used + 3)
    for entry in legend {
      x += grid.put(entry.mark, at: Point(x, 0), style: entry.style)
      x += grid.put(" " + entry.name, at: Point(x, 0)) + 2
    }
  }

  private struct LegendEntry {
    var mark: String
    var style: Style
    var name: String

    var width: Int { displayWidth(of: mark) + 1 + displayWidth(of: name) }
  }

  private func legend(_ largestCount: Int?, _ rendering: Rendering) -> [LegendEntry] {
    if let largestCount, largestCount > 1 {
      return Self.densityLegend(largestCount, rendering)
    }
    guard series.count > 1, arrangement == .overlaid else { return [] }
    return series.enumerated().map { number, name in
      LegendEntry(
        mark: Self.seriesMark(number, hasPoints: hasPoints, rendering),
        style: .series(number),
        name: name.clipped(to: 24)
      )
    }
  }

  private var hasPoints: Bool {
    marks.contains { if case .points = $0 { true } else { false } }
  }

  /// What stands for a series in a legend: its colour, and without colours its own mark.
  static func seriesMark(_ number: Int, hasPoints: Bool, _ rendering: Rendering) -> String {
    var glyph = StackedColumn.filling(number, rendering)
    if rendering.colors == .none, hasPoints {
      glyph = Glyph(DotCanvas.seriesMarks[number % DotCanvas.seriesMarks.count])
    }
    return glyph.text
  }

  private static func densityLegend(_ largest: Int, _ rendering: Rendering) -> [LegendEntry] {
    let shades = [0.25, 0.5, 0.75, 1.0]
    let counts = shades.map { Int(pow(Double(largest + 1), $0).rounded()) - 1 }
    var entries: [LegendEntry] = []
    for (shade, count) in zip(shades, counts) where count > 0 {
      if entries.last?.name == NumberFormat.count(count) { continue }
      let isSolid = rendering.colors != .none && rendering.glyphs != .ascii
      let glyph = isSolid ? Glyph("█") : Ramp.shade(at: shade, rendering)
      let style = Style(foreground: Ramp.sequential.color(at: shade, rendering))
      let name = NumberFormat.count(count)
      entries.append(LegendEntry(mark: glyph.text, style: style, name: name))
    }
    if let last = entries.indices.last { entries[last].name += " rows a cell" }
    return entries
  }
}

extension Glyph {
  /// The glyph as a text.
  fileprivate var text: String { String(Character(base)) }
}
