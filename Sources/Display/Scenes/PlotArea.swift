import Canvas

/// The inside of a plot's frame.
struct PlotArea {
  var x: Scene.Axis
  var y: Scene.Axis
  var marks: [Scene.Plot.Mark]
  var isDense: Bool
  /// Whether bars take exactly the places of their edges, a column of cells each, instead of equal
  /// widths over the whole area.
  var placesBars = false

  /// More rows than this a cell, and single dots would be a solid block.
  private static let crowdedCount = 4

  /// The width at which every bar has the same number of columns.
  func width(within width: Int) -> Int {
    var result = width
    for mark in marks {
      guard case .bars(let histogram) = mark, !histogram.values.isEmpty, width > 0 else { continue }
      let count = histogram.values.count
      let merged = (count + width - 1) / width
      let columns = (count + merged - 1) / merged
      result = width / columns * columns
    }
    return result
  }

  /// The picture, and the largest number of rows in one of its cells when it shows a density.
  func draw(in size: Size, _ rendering: Rendering) -> (grid: Grid, largestCount: Int?) {
    var grid = Grid(size)
    guard !size.isEmpty else { return (grid, nil) }
    putBars(in: &grid, rendering)
    for case .rule(let rule) in marks { put(rule, in: &grid) }
    let largestCount = putPoints(in: &grid, rendering)
    putLines(in: &grid, rendering)
    return (grid, largestCount)
  }

  private func put(_ rule: Scene.Plot.Rule, in grid: inout Grid) {
    switch rule.direction {
    case .atX:
      let share = x.share(of: rule.value)
      guard share >= 0, share <= 1 else { return }
      let column = Int((share * Double(grid.width - 1)).rounded())
      let box = Rect(x: column, y: 0, width: 1, height: grid.height)
      grid.fill(box, with: Glyph("│"), style: rule.emphasis.style)
    case .atY:
      let share = y.share(of: rule.value)
      guard share >= 0, share <= 1 else { return }
      let row = Int(((1 - share) * Double(grid.height - 1)).rounded())
      let box = Rect(x: 0, y: row, width: grid.width, height: 1)
      grid.fill(box, with: Glyph("─"), style: rule.emphasis.style)
    }
  }

  private func putPoints(in grid: inout Grid, _ rendering: Rendering) -> Int? {
    var groups: [Scene.Plot.Points] = []
    for case .points(let points) in marks { groups.append(points) }
    guard !groups.isEmpty else { return nil }
    let total = groups.reduce(0.0) { sum, points in
      sum + (points.counts?.reduce(0.0) { $0 + Double($1) } ?? Double(points.x.count))
    }
    let isCrowded = total > Double(grid.width * grid.height * Self.crowdedCount)
    if isDense, isCrowded, rendering.colors == .indexed256, rendering.glyphs != .ascii {
      var canvas = DensityCanvas(grid.size, rendering)
      forEachPoint(of: groups) { x, y, _, count in canvas.add(Double(count), x: x, y: y) }
      grid.lay(canvas.draw())
      return Int(exactly: canvas.largestAmount)
    }
    var canvas = DotCanvas(grid.size, rendering)
    forEachPoint(of: groups) { x, y, series, count in
      canvas.plot(x, y, series: series, count: count)
    }
    let coloring: DotCanvas.Coloring =
      isDense ? .density(.sequential) : groups.count > 1 ? .series : .plain(.series(0))
    grid.lay(canvas.draw(coloring))
    return isDense ? canvas.largestCount : nil
  }

  private func forEachPoint(
    of groups: [Scene.Plot.Points],
    _ body: (_ x: Double, _ y: Double, _ series: Int, _ count: UInt32) -> Void
  ) {
    for points in groups {
      for row in 0..<min(points.x.count, points.y.count) {
        let count = points.counts.map { row < $0.count ? $0[row] : 0 } ?? 1
        body(x.share(of: points.x[row]), y.share(of: points.y[row]), points.series, count)
      }
    }
  }

  private func putLines(in grid: inout Grid, _ rendering: Rendering) {
    for case .line(let xs, let ys, let series) in marks {
      var canvas = DotCanvas(grid.size, rendering)
      var last: (x: Double, y: Double)?
      for place in 0..<min(xs.count, ys.count) {
        let next = (x: x.share(of: xs[place]), y: y.share(of: ys[place]))
        guard next.x.isFinite, next.y.isFinite else {
          last = nil
          continue
        }
        if let last { canvas.line(fromX: last.x, y: last.y, toX: next.x, y: next.y) }
        last = next
      }
      grid.lay(line: canvas.draw(.plain(.series(series))), rendering)
    }
  }

  // MARK: Bars

  private func putBars(in grid: inout Grid, _ rendering: Rendering) {
    var stacks: [[StackedColumn.Part]] = []
    for case .bars(let histogram) in marks {
      let values =
        placesBars
        ? placed(histogram, into: grid.width) : merged(histogram.values, into: grid.width)
      for (place, value) in values.enumerated() {
        if stacks.count <= place { stacks.append([]) }
        let height = y.share(of: value)
        stacks[place].append(.init(height: height.isFinite ? height : 0, series: histogram.series))
      }
    }
    guard let first = stacks.first else { return }
    let barWidth = grid.width / stacks.count
    guard barWidth > 0 else { return }
    let gap = barWidth >= 4 ? 1 : 0
    for (place, parts) in stacks.enumerated() {
      let box = Rect(x: place * barWidth, y: 0, width: barWidth - gap, height: grid.height)
      if first.count == 1, let only = parts.first {
        grid.putColumn(only.height, in: box, style: .series(only.series), rendering)
      } else {
        StackedColumn(parts).draw(in: box, of: &grid, rendering)
      }
    }
  }

  /// The mean of the bars over each column of cells.
  private func placed(_ histogram: Scene.Plot.Histogram, into width: Int) -> [Double] {
    var columns = [Double](repeating: 0, count: width)
    guard histogram.edges.count > histogram.values.count else { return columns }
    for (place, value) in histogram.values.enumerated() where value > 0 {
      let start = x.share(of: histogram.edges[place]) * Double(width)
      let end = x.share(of: histogram.edges[place + 1]) * Double(width)
      guard start < end, end > 0, start < Double(width) else { continue }
      let first = max(0, Int(start))
      let last = min(width - 1, Int(end))
      for column in first...max(first, last) {
        let covered = min(end, Double(column + 1)) - max(start, Double(column))
        columns[column] += value * max(0, covered)
      }
    }
    return columns
  }

  /// Means of as many neighbours as it takes to come down to `width` values.
  private func merged(_ values: [Double], into width: Int) -> [Double] {
    let group = (values.count + width - 1) / max(1, width)
    guard group > 1 else { return values }
    return stride(from: 0, to: values.count, by: group).map { start in
      let part = values[start..<min(start + group, values.count)]
      return part.reduce(0) { $0 + $1 / Double(part.count) }
    }
  }
}

extension Grid {
  /// Copies a thin line over what is there, on the colour of the density below it.
  fileprivate mutating func lay(line: Grid, _ rendering: Rendering) {
    for y in 0..<line.height {
      for (x, cell) in line.row(y).enumerated() where cell != .blank {
        let below = self[x, y]
        var style = cell.style
        if ["▀", "▄", "█"].map({ Glyph($0) }).contains(below.glyph), rendering.colors != .none {
          style.background = below.style.foreground
          style.foreground = Palette.contrast(on: below.style.foreground)
        }
        put(cell.glyph, at: Point(x, y), style: style)
      }
    }
  }

  /// Copies what another grid of this size shows, its blanks left out.
  mutating func lay(_ other: Grid) {
    for y in 0..<other.height {
      for (x, cell) in other.row(y).enumerated() where cell != .blank {
        put(cell.glyph, at: Point(x, y), style: cell.style)
      }
    }
  }
}
