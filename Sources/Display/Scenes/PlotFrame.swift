import Canvas

/// Where the parts of a plot stand: axes, names, and the area (or strips) between them.
///
/// What has no room is left out, the axes' names first.
struct PlotFrame {
  private let size: Size
  private let x: Scene.Axis
  private let y: Scene.Axis
  private let stripNames: [String]
  private let yTicks: [(share: Double, text: String)]
  private let hasX: Bool
  private let hasXName: Bool
  /// Rows for the legend and the y axis' name.
  let topCount: Int
  /// Columns left of the area, the axis' line included.
  let left: Int

  init(size: Size, x: Scene.Axis, y: Scene.Axis, stripNames: [String], hasLegend: Bool) {
    self.size = size
    self.x = x
    self.y = y
    self.stripNames = stripNames
    hasX = size.height >= 5 && size.width >= 10
    hasXName = hasX && size.height >= 7 && !x.name.isEmpty
    topCount = size.height < 8 || !stripNames.isEmpty ? 0 : hasLegend && size.height >= 10 ? 2 : 1
    let rows = size.height - (hasX ? 2 : 0) - (hasXName ? 1 : 0) - topCount
    let ticks = y.ticks(maximumCount: min(8, max(3, rows / 2)))
    let labels = stripNames.isEmpty ? ticks.map(\.text) : stripNames
    let widest = min(labels.map { displayWidth(of: $0) }.max() ?? 0, max(12, size.width / 4))
    let hasY = size.width >= widest + 12
    yTicks = hasY && stripNames.isEmpty ? ticks : []
    left = hasY ? widest + 2 : 0
  }

  var areaWidth: Int { max(0, size.width - left) }

  private var bottom: Int { size.height - (hasX ? 2 : 0) - (hasXName ? 1 : 0) }

  /// The box of one strip, or the whole area when there are none.
  func box(ofStrip number: Int, width: Int) -> Rect {
    let rows = max(0, bottom - topCount)
    guard !stripNames.isEmpty else { return Rect(x: left, y: topCount, width: width, height: rows) }
    let start = topCount + rows * number / stripNames.count
    let end = topCount + rows * (number + 1) / stripNames.count
    // The last row of a strip but the lowest is a rule.
    let isLowest = number == stripNames.count - 1
    let height = end - start - (isLowest || end - start < 2 ? 0 : 1)
    return Rect(x: left, y: start, width: width, height: height)
  }

  func draw(on grid: inout Grid, width: Int) {
    let axis = left - 1
    if left > 0 {
      if stripNames.isEmpty { drawYAxis(on: &grid) } else { drawStrips(on: &grid, width: width) }
    }
    guard hasX, bottom >= 0 else { return }
    for column in 0..<width { grid.put("─", at: Point(left + column, bottom), style: .rule) }
    if left > 0 { grid.put("└", at: Point(axis, bottom), style: .rule) }
    var kept: [(share: Double, text: String)] = []
    var end = -1
    for tick in x.ticks(maximumCount: max(3, width / 9)) where (0...1).contains(tick.share) {
      let column = Int((tick.share * Double(max(0, width - 1))).rounded())
      let start = column - displayWidth(of: tick.text) / 2
      guard start > end || kept.isEmpty else { continue }
      end = max(start, 0) + displayWidth(of: tick.text)
      kept.append(tick)
      grid.put("┬", at: Point(left + column, bottom), style: .rule)
    }
    let labels = AxisLabels.row(kept, width: width)
    grid.put(labels, at: Point(left, bottom + 1), style: .muted)
    guard hasXName else { return }
    let name = x.name.clipped(to: width).padded(to: width, .center)
    grid.put(name, at: Point(left, bottom + 2), style: .heading)
  }

  private func drawYAxis(on grid: inout Grid) {
    for row in topCount..<max(topCount, bottom) {
      grid.put("│", at: Point(left - 1, row), style: .rule)
    }
    let rows = bottom - topCount
    guard rows > 0 else { return }
    for tick in yTicks where (0...1).contains(tick.share) {
      let row = topCount + Int(((1 - tick.share) * Double(rows - 1)).rounded())
      grid.put("┤", at: Point(left - 1, row), style: .rule)
      let label = tick.text.padded(to: left - 2, .right)
      grid.put(label, at: Point(0, row), style: .muted)
    }
  }

  private func drawStrips(on grid: inout Grid, width: Int) {
    for (number, name) in stripNames.enumerated() {
      let box = box(ofStrip: number, width: width)
      for row in box.minY..<box.maxY {
        grid.put("│", at: Point(left - 1, row), style: .rule)
      }
      if number < stripNames.count - 1, box.maxY < bottom {
        grid.put("├", at: Point(left - 1, box.maxY), style: .rule)
        for column in 0..<width {
          grid.put("─", at: Point(left + column, box.maxY), style: .rule)
        }
      }
      let label = name.padded(to: left - 2, .right)
      grid.put(label, at: Point(0, box.minY + box.height / 2), style: .series(number))
    }
  }
}
