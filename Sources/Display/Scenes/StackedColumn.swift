import Canvas

/// A bar of several series on top of one another.
struct StackedColumn {
  struct Part {
    /// The share of the box's height.
    var height: Double
    var series: Int
  }

  /// From below.
  var parts: [Part]

  init(_ parts: [Part]) { self.parts = parts.filter { $0.height > 0 } }

  /// Fillings that tell series apart where there is no colour.
  private static let shades: [Unicode.Scalar] = ["█", "▒", "░", "▓"]
  private static let characters: [Unicode.Scalar] = ["#", "o", ".", "+", "x", "=", "%", "-"]

  static func filling(_ series: Int, _ rendering: Rendering) -> Glyph {
    if rendering.colors != .none { return Glyph(rendering.glyphs == .ascii ? "#" : "█") }
    let fillings = rendering.glyphs == .ascii ? characters : shades
    return Glyph(fillings[series % fillings.count])
  }

  func draw(in box: Rect, of grid: inout Grid, _ rendering: Rendering) {
    guard !box.isEmpty else { return }
    let total = parts.reduce(0) { $0 + $1.height }
    for step in 0..<box.height {
      let row = Rect(x: box.minX, y: box.maxY - 1 - step, width: box.width, height: 1)
      let covered = covering(from: Double(step), to: Double(step + 1), of: Double(box.height))
      guard let main = covered.max(by: { $0.amount < $1.amount }) else { break }
      let amount = covered.reduce(0) { $0 + $1.amount }
      guard rendering.colors != .none, rendering.glyphs != .ascii else {
        // What is above nothing shows, as it does in plain bars.
        let isOnlyRow = step == 0 && total > 0
        if amount >= 0.5 || isOnlyRow {
          grid.fill(row, with: Self.filling(main.series, rendering), style: .series(main.series))
        }
        continue
      }
      let lower = covered[0]
      let upper = covered.count > 1 ? covered[covered.count - 1] : nil
      var style = Style.series(lower.series)
      if let upper, amount > 0.9 { style.background = .series(upper.series) }
      if upper != nil, amount <= 0.9 { style = .series(main.series) }
      let height = upper != nil && amount > 0.9 ? lower.amount : amount
      grid.putColumn(height, in: row, style: style, rendering)
    }
  }

  /// The series in one row of cells, from below, with the share of the row each takes.
  private func covering(
    from low: Double,
    to high: Double,
    of height: Double
  ) -> [(series: Int, amount: Double)] {
    var found: [(series: Int, amount: Double)] = []
    var start = 0.0
    for part in parts {
      let end = start + part.height * height
      let amount = min(end, high) - max(start, low)
      if amount > 0 { found.append((part.series, amount)) }
      start = end
    }
    return found
  }
}
