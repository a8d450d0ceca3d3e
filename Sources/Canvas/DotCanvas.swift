import Glibc

/// A picture of single dots: 2 × 4 in a cell of braille, 1 × 2 with blocks and in ASCII.
///
/// Each cell counts how often every series marked it, so that a crowded picture can be coloured
/// by density instead of turning into a solid block.
package struct DotCanvas: Sendable {
  package enum Coloring: Sendable {
    case plain(Style)
    /// Each cell in the colour of the series that marked it most.
    case series
    /// Each cell by its count, on a logarithmic ramp.
    case density(Ramp)
  }

  /// In cells.
  package let size: Size
  package let rendering: Rendering
  /// In dots.
  package let dotSize: Size
  private let dotsPerCell: Size
  private var dots: [UInt8]
  /// For each series used so far, marks per cell.
  private var counts: [[UInt32]] = []

  package init(_ size: Size, _ rendering: Rendering) {
    self.size = size
    self.rendering = rendering
    dotsPerCell = rendering.glyphs == .braille ? Size(2, 4) : Size(1, 2)
    dotSize = Size(size.width * dotsPerCell.width, size.height * dotsPerCell.height)
    dots = Array(repeating: 0, count: size.width * size.height)
  }

  /// Marks a dot, counted from the top left, `count` times; outside nothing happens.
  package mutating func mark(column: Int, row: Int, series: Int = 0, count: UInt32 = 1) {
    guard column >= 0, column < dotSize.width, row >= 0, row < dotSize.height else { return }
    let place = row / dotsPerCell.height * size.width + column / dotsPerCell.width
    let inCell = (row % dotsPerCell.height) * dotsPerCell.width + column % dotsPerCell.width
    dots[place] |= 1 << UInt8(inCell)
    let series = ((series % Color.seriesCount) + Color.seriesCount) % Color.seriesCount
    while counts.count <= series { counts.append(Array(repeating: 0, count: dots.count)) }
    let (sum, isTooLarge) = counts[series][place].addingReportingOverflow(count)
    counts[series][place] = isTooLarge ? .max : sum
  }

  /// Marks the dot at shares of the width and of the height, from 0 to 1, y upwards; points
  /// outside or undefined are left out.
  package mutating func plot(_ x: Double, _ y: Double, series: Int = 0, count: UInt32 = 1) {
    guard x >= 0, x <= 1, y >= 0, y <= 1, !size.isEmpty else { return }
    mark(column: column(at: x), row: row(at: y), series: series, count: count)
  }

  /// The dot column of a share of the width.
  package func column(at x: Double) -> Int { Int((x * Double(dotSize.width - 1)).rounded()) }

  /// The dot row of a share of the height, which counts upwards.
  package func row(at y: Double) -> Int { Int(((1 - y) * Double(dotSize.height - 1)).rounded()) }

  /// Draws a straight line between two places given in shares; what is outside is cut away.
  package mutating func line(
    fromX x0: Double,
    y y0: Double,
    toX x1: Double,
    y y1: Double,
    series: Int = 0
  ) {
    guard !size.isEmpty, let (start, end) = Self.clip(x0, y0, x1, y1) else { return }
    var x = column(at: start.x)
    var y = row(at: start.y)
    let endX = column(at: end.x)
    let endY = row(at: end.y)
    // Bresenham's line.
    let stepX = x < endX ? 1 : -1
    let stepY = y < endY ? 1 : -1
    let distanceX = abs(endX - x)
    let distanceY = -abs(endY - y)
    var error = distanceX + distanceY
    while true {
      mark(column: x, row: y, series: series)
      if x == endX, y == endY { return }
      let doubled = 2 * error
      if doubled >= distanceY {
        error += distanceY
        x += stepX
      }
      if doubled <= distanceX {
        error += distanceX
        y += stepY
      }
    }
  }

  /// The part of a line inside the unit square (Liang–Barsky).
  private static func clip(
    _ x0: Double,
    _ y0: Double,
    _ x1: Double,
    _ y1: Double
  ) -> (start: (x: Double, y: Double), end: (x: Double, y: Double))? {
    let dx = x1 - x0
    let dy = y1 - y0
    guard dx.isFinite, dy.isFinite else { return nil }
    var first = 0.0
    var last = 1.0
    for (slope, room) in [(-dx, x0), (dx, 1 - x0), (-dy, y0), (dy, 1 - y0)] {
      if slope == 0 {
        if room < 0 { return nil }
      } else if slope < 0 {
        first = max(first, room / slope)
      } else {
        last = min(last, room / slope)
      }
    }
    guard first <= last else { return nil }
    func inside(_ value: Double) -> Double { min(max(value, 0), 1) }
    return (
      (inside(x0 + first * dx), inside(y0 + first * dy)),
      (inside(x0 + last * dx), inside(y0 + last * dy))
    )
  }
}

extension DotCanvas {
  /// The largest count of any cell, for the legend of a density.
  package var largestCount: Int { totals().max().map { Int($0) } ?? 0 }

  private func totals() -> [UInt32] {
    guard var total = counts.first else { return [] }
    for series in counts.dropFirst() {
      for place in series.indices { total[place] = total[place] &+ series[place] }
    }
    return total
  }

  /// Characters that tell series apart where there is no colour.
  package static let seriesMarks: [Unicode.Scalar] = ["o", "x", "+", "*", "#", "%", "@", "&"]

  /// The picture; cells without a dot are plain blanks.
  package func draw(_ coloring: Coloring) -> Grid {
    var grid = Grid(size)
    let totals = totals()
    let largest = totals.max() ?? 0
    for place in dots.indices where dots[place] != 0 {
      var glyph = glyph(dots[place])
      var style = Style.plain
      switch coloring {
      case .plain(let given): style = given
      case .series:
        let series = mostFrequentSeries(at: place)
        style = .series(series)
        if rendering.colors == .none, counts.count > 1 {
          glyph = Glyph(Self.seriesMarks[series])
        }
      case .density(let ramp):
        let share = log(1 + Double(totals[place])) / log(1 + Double(largest))
        style = Style(foreground: ramp.color(at: share, rendering))
        // Without colour crowded cells would look alike: shades tell them apart.
        if rendering.colors == .none, largest > dotsPerCell.width * dotsPerCell.height {
          glyph = Ramp.shade(at: share, rendering)
        }
      }
      grid.put(glyph, at: Point(place % size.width, place / size.width), style: style)
    }
    return grid
  }

  private func mostFrequentSeries(at place: Int) -> Int {
    var best = 0
    for series in counts.indices where counts[series][place] > counts[best][place] { best = series }
    return best
  }

  private func glyph(_ bits: UInt8) -> Glyph {
    switch rendering.glyphs {
    case .ascii: return Glyph([" ", "'", ".", ":"][Int(bits & 3)])
    case .blocks: return Glyph([" ", "▀", "▄", "█"][Int(bits & 3)])
    case .braille:
      // Bits by rows from the top left; braille numbers its upper six dots by columns.
      let order: [UInt32] = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80]
      var value: UInt32 = 0x2800
      for (bit, dot) in order.enumerated() where bits & (1 << UInt8(bit)) != 0 { value += dot }
      return Unicode.Scalar(value).map { Glyph($0) } ?? .blank
    }
  }
}
