import Canvas

extension Scene.Plot: SceneBlock {
  var isElastic: Bool { true }

  private var strips: [[Mark]] {
    guard isSplit else { return [marks] }
    return series.indices.map { number in marks.filter { $0.series == nil || $0.series == number } }
  }

  func extent(width: Int, _ rendering: Rendering) -> Extent {
    let strips = strips.count
    guard strips > 1 else {
      return Extent(least: min(8, height), natural: height, most: max(height, 36))
    }
    return Extent(least: 3 + 2 * strips, natural: 3 + max(3, 18 / strips) * strips, most: 60)
  }

  func draw(in size: Size, _ rendering: Rendering) -> Grid {
    let strips = strips
    let frame = PlotFrame(
      size: size,
      x: x,
      y: y,
      stripNames: isSplit ? series : [],
      hasLegend: hasSeriesLegend
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
    if frame.topCount > 0 { putTop(on: &grid, frame, legend(largestCount, rendering)) }
    return grid
  }

  /// The legend, and below it, or before it where there is room, the y axis' name.
  private func putTop(on grid: inout Grid, _ frame: PlotFrame, _ legend: Legend?) {
    let name = isSplit ? "" : y.name
    guard let legend, !legend.entries.isEmpty else {
      grid.put(name, at: Point(0, frame.topCount - 1), style: .heading, maximumWidth: grid.width)
      return
    }
    if frame.topCount > 1 {
      legend.put(on: &grid, at: Point(min(frame.left, 2), 0))
      grid.put(name, at: Point(0, 1), style: .heading, maximumWidth: grid.width)
    } else {
      let used = grid.put(name, at: .zero, style: .heading, maximumWidth: grid.width / 3)
      legend.put(on: &grid, at: Point(max(frame.left, used == 0 ? 0 : used + 3), 0))
    }
  }

  private func legend(_ largestCount: Int?, _ rendering: Rendering) -> Legend? {
    if let largestCount, largestCount > 1 { return Legend(density: largestCount, rendering) }
    guard hasSeriesLegend else { return nil }
    return Legend(series: series, hasPoints: hasPoints, rendering)
  }

  private var isSplit: Bool { arrangement == .strips && series.count > 1 }

  private var hasSeriesLegend: Bool { series.count > 1 && !isSplit }

  private var hasPoints: Bool {
    marks.contains { if case .points = $0 { true } else { false } }
  }
}
