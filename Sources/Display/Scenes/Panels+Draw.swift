import Canvas

extension Scene.Panels: SceneBlock {
  var isElastic: Bool { true }

  private static let leastPanelWidth = 6
  private static let leastPanelHeight = 2

  func extent(width: Int, _ rendering: Rendering) -> Extent {
    let plan = Plan(of: self, width: width, height: nil)
    let around = plan.top + 1
    return Extent(
      least: around + axes.count * (Self.leastPanelHeight + 1),
      natural: around + axes.count * (plan.panelHeight + 1),
      most: around + axes.count * 14
    )
  }

  func draw(in size: Size, _ rendering: Rendering) -> Grid {
    let plan = Plan(of: self, width: size.width, height: size.height)
    var grid = Grid(size)
    if plan.top > 1 {
      Legend(series: series, hasPoints: true, rendering).put(on: &grid, at: Point(plan.left, 0))
    }
    for place in 0..<plan.count {
      let column = plan.box(row: 0, column: place)
      let name = names[place].padded(to: column.width, .center)
      grid.put(name, at: Point(column.minX, plan.top - 1), style: .heading)
    }
    for row in 0..<plan.count {
      putMargin(ofRow: row, on: &grid, plan)
      for column in 0..<plan.count where row < panels.count && column < panels[row].count {
        let box = plan.box(row: row, column: column)
        draw(panels[row][column], axes[column], axes[row], in: box, on: &grid, rendering)
      }
    }
    putRules(on: &grid, plan)
    putTicks(on: &grid, plan)
    return grid
  }

  private func draw(
    _ panel: Panel,
    _ x: Scene.Axis,
    _ y: Scene.Axis,
    in box: Rect,
    on grid: inout Grid,
    _ rendering: Rendering
  ) {
    switch panel {
    case .empty: break
    case .marks(let marks, let isDense):
      let area = PlotArea(x: x, y: y, marks: marks, isDense: isDense)
      grid.blit(area.draw(in: box.size, rendering).grid, at: box.origin)
    case .bars(let histograms):
      let height = Scene.Axis.number("", from: 0, to: Self.largestStack(of: histograms))
      let marks = histograms.map { Scene.Plot.Mark.bars($0) }
      let area = PlotArea(x: x, y: height, marks: marks, isDense: false, placesBars: true)
      grid.blit(area.draw(in: box.size, rendering).grid, at: box.origin)
    case .correlation(let value, let bySeries):
      put(value, bySeries, in: box, on: &grid, rendering)
    }
  }

  private func put(
    _ value: Double,
    _ bySeries: [Double],
    in box: Rect,
    on grid: inout Grid,
    _ rendering: Rendering
  ) {
    let hasRoom = bySeries.count > 1 && box.height >= bySeries.count + 2
    let lines = hasRoom ? bySeries.count : 0
    let (top, rest) = box.cutTop(box.height - lines)
    let text = NumberFormat.fixed(value, decimals: 2)
    if rendering.colors == .none, top.height > 2 {
      // Shades over the whole panel would drown the number; a bar shows its size.
      let middle = top.minY + (top.height - 2) / 2
      let width = max(0, top.width - 4)
      grid.put(text.padded(to: top.width, .center), at: Point(top.minX, middle), style: .bold)
      let bar = Canvas.Bar.text(abs(value), width: width, rendering)
      grid.put(bar, at: Point(top.minX + 2, middle + 1))
    } else {
      grid.putHeat(text, share: (value + 1) / 2, in: top, .diverging, rendering)
    }
    for (number, value) in bySeries.prefix(lines).enumerated() {
      let shown = NumberFormat.fixed(value, decimals: 2)
      let name = (number < series.count ? series[number] : "")
        .padded(to: max(0, rest.width - displayWidth(of: shown) - 3))
      let place = Point(rest.minX, rest.minY + number)
      grid.put(" \(name) \(shown)", at: place, style: .series(number), maximumWidth: rest.width)
    }
  }

  private static func largestStack(of histograms: [Scene.Plot.Histogram]) -> Double {
    var sums: [Double] = []
    for histogram in histograms {
      for (place, value) in histogram.values.enumerated() {
        if sums.count <= place { sums.append(0) }
        sums[place] += value
      }
    }
    return max(sums.max() ?? 1, .leastNonzeroMagnitude)
  }

  // MARK: Around the panels

  private func putRules(on grid: inout Grid, _ plan: Plan) {
    guard plan.count > 0 else { return }
    let first = plan.box(row: 0, column: 0)
    let last = plan.box(row: plan.count - 1, column: plan.count - 1)
    for row in 0..<plan.count {
      let y = plan.box(row: row, column: 0).maxY
      for x in first.minX..<last.maxX { grid.put("─", at: Point(x, y), style: .rule) }
    }
    for column in 0..<plan.count {
      let x = plan.box(row: 0, column: column).minX - 1
      for y in first.minY..<last.maxY + 1 {
        let isCrossing = grid[x + 1, y].glyph == Glyph("─") && grid[x + 1, y].style == .rule
        let isLeft = column == 0
        let isBottom = y == last.maxY
        let glyph =
          !isCrossing ? "│" : isBottom ? (isLeft ? "└" : "┴") : isLeft ? "├" : "┼"
        grid.put(glyph, at: Point(x, y), style: .rule)
      }
    }
  }

  /// A row's name, and ticks of its axis where a panel uses it as its y axis.
  private func putMargin(ofRow row: Int, on grid: inout Grid, _ plan: Plan) {
    let box = plan.box(row: row, column: 0)
    let width = plan.left - 2
    guard width > 0, box.height > 0 else { return }
    if row > 0 {
      for tick in axes[row].ticks(maximumCount: max(3, box.height / 2))
      where (0...1).contains(tick.share) {
        let y = box.minY + Int(((1 - tick.share) * Double(box.height - 1)).rounded())
        grid.put(tick.text.padded(to: width, .right), at: Point(0, y), style: .muted)
      }
    }
    grid.put(names[row].padded(to: width), at: Point(0, box.minY), style: .heading)
  }

  private func putTicks(on grid: inout Grid, _ plan: Plan) {
    for column in 0..<plan.count {
      let box = plan.box(row: plan.count - 1, column: column)
      let ticks = axes[column].ticks(maximumCount: max(3, box.width / 6))
      let labels = AxisLabels.row(ticks, width: box.width)
      grid.put(labels, at: Point(box.minX, box.maxY + 1), style: .muted)
    }
  }

  private struct Plan {
    var left: Int
    /// Rows above the panels.
    var top: Int
    /// Panels in each direction.
    var count: Int
    var panelWidth: Int
    var panelHeight: Int

    init(of panels: Scene.Panels, width: Int, height: Int?) {
      let all = min(panels.axes.count, panels.names.count)
      top = panels.series.count > 1 ? 2 : 1
      let widest = panels.names.map { displayWidth(of: $0) }.max() ?? 0
      let margin = min(max(widest, 6), 12) + 2
      left = width >= margin + all * 8 ? margin : 1
      let forPanels = max(0, width - left)
      count = min(all, forPanels / (Scene.Panels.leastPanelWidth + 1))
      panelWidth = count > 0 ? forPanels / count - 1 : 0
      let natural = min(max(panelWidth * 2 / 5, 4), 10)
      if let height {
        let room = height - top - 1
        panelHeight = count > 0 ? min(max(1, room / count - 1), 14) : 0
        count = min(count, max(0, room) / (panelHeight + 1))
      } else {
        panelHeight = natural
      }
    }

    func box(row: Int, column: Int) -> Rect {
      Rect(
        x: left + column * (panelWidth + 1),
        y: top + row * (panelHeight + 1),
        width: panelWidth,
        height: panelHeight
      )
    }
  }
}
