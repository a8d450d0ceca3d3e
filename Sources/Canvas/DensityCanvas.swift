import Glibc

/// A picture of amounts: two of them in a cell, one above the other, each in its own colour; one
/// in a cell, as a shade, where there is no colour.
package struct DensityCanvas: Sendable {
  package enum Scale: Sendable {
    case linear
    /// log(1 + amount), so that rare places stay visible beside crowded ones.
    case logarithmic
  }

  /// In cells.
  package let size: Size
  package let rendering: Rendering
  /// Columns and rows of amounts.
  package let amountSize: Size
  private var amounts: [Double]

  package init(_ size: Size, _ rendering: Rendering) {
    self.size = size
    self.rendering = rendering
    let isHalved = rendering.colors != .none && rendering.glyphs != .ascii
    amountSize = Size(size.width, isHalved ? size.height * 2 : size.height)
    amounts = Array(repeating: 0, count: amountSize.width * amountSize.height)
  }

  /// Adds to the place at shares of the width and of the height, from 0 to 1, y upwards; points
  /// outside or undefined are left out.
  package mutating func add(_ amount: Double = 1, x: Double, y: Double) {
    guard x >= 0, x <= 1, y >= 0, y <= 1, !amountSize.isEmpty, amount.isFinite else { return }
    let column = min(amountSize.width - 1, Int(x * Double(amountSize.width)))
    let row = min(amountSize.height - 1, Int((1 - y) * Double(amountSize.height)))
    amounts[row * amountSize.width + column] += amount
  }

  package var largestAmount: Double { amounts.max() ?? 0 }

  /// The picture; places with nothing stay the terminal's own background.
  package func draw(_ ramp: Ramp = .sequential, scale: Scale = .logarithmic) -> Grid {
    var grid = Grid(size)
    let largest = scaled(largestAmount, scale)
    guard largest > 0 else { return grid }
    func share(_ column: Int, _ row: Int) -> Double {
      scaled(amounts[row * amountSize.width + column], scale) / largest
    }
    for y in 0..<size.height {
      for x in 0..<size.width {
        if amountSize.height == size.height {
          let share = share(x, y)
          let style = Style(foreground: ramp.color(at: share, rendering))
          if share > 0 { grid.put(Ramp.shade(at: share, rendering), at: Point(x, y), style: style) }
        } else {
          putHalves(share(x, 2 * y), share(x, 2 * y + 1), ramp, at: Point(x, y), in: &grid)
        }
      }
    }
    return grid
  }

  private func putHalves(
    _ upper: Double,
    _ lower: Double,
    _ ramp: Ramp,
    at point: Point,
    in grid: inout Grid
  ) {
    let upperColor = ramp.color(at: upper, rendering)
    let lowerColor = ramp.color(at: lower, rendering)
    if upper > 0 {
      let below = lower > 0 ? lowerColor : .standard
      grid.put(Glyph("▀"), at: point, style: Style(foreground: upperColor, background: below))
    } else if lower > 0 {
      grid.put(Glyph("▄"), at: point, style: Style(foreground: lowerColor))
    }
  }

  private func scaled(_ amount: Double, _ scale: Scale) -> Double {
    switch scale {
    case .linear: max(0, amount)
    case .logarithmic: log1p(max(0, amount))
    }
  }
}
