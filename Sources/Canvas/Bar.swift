/// Solid bars in steps of an eighth of a cell, in whole cells of `#` in ASCII.
package enum Bar {
  private static let fromLeft: [Unicode.Scalar] = [" ", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"]
  private static let fromBottom: [Unicode.Scalar] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// A bar from the left, `share` (0 to 1) of `width` columns, without blanks after it.
  ///
  /// What is above nothing shows at least an eighth of a cell.
  package static func text(_ share: Double, width: Int, _ rendering: Rendering) -> String {
    let width = max(0, width)
    guard share > 0, width > 0 else { return "" }
    let share = min(share, 1)
    if rendering.glyphs == .ascii {
      let cells = Int((share * Double(width)).rounded())
      return cells == 0 ? "." : String(repeating: "#", count: cells)
    }
    let eighths = max(1, Int((share * Double(width) * 8).rounded()))
    var text = String(repeating: "█", count: eighths / 8)
    if eighths % 8 > 0 { text.unicodeScalars.append(fromLeft[eighths % 8]) }
    return text
  }

  /// One character per value, from the lowest to the highest of them; undefined ones are blank.
  ///
  /// More values than `width` are averaged in groups. The lowest step stands for the least
  /// value, or for 0 with `startsAtZero`.
  package static func sparkline(
    _ values: [Double],
    width: Int,
    startsAtZero: Bool = false,
    _ rendering: Rendering
  ) -> String {
    let values = averaged(values, into: width)
    let finite = values.filter(\.isFinite)
    guard let least = finite.min(), let most = finite.max() else {
      return String(repeating: " ", count: values.count)
    }
    let low = startsAtZero ? min(0, least) : least
    let steps: [Unicode.Scalar] =
      rendering.glyphs == .ascii
      ? ["_", ".", "-", "=", "*", "#"] : Array(fromBottom.dropFirst())
    var text = ""
    for value in values {
      guard value.isFinite else {
        text += " "
        continue
      }
      // Halved first: the range of doubles is wider than the largest double.
      let range = most / 2 - low / 2
      let share = range > 0 ? (value / 2 - low / 2) / range : 0.5
      text.unicodeScalars.append(steps[Int((share * Double(steps.count - 1)).rounded())])
    }
    return text
  }

  private static func averaged(_ values: [Double], into width: Int) -> [Double] {
    guard width > 0 else { return [] }
    guard values.count > width else { return values }
    return (0..<width).map { place in
      let group = values[place * values.count / width..<(place + 1) * values.count / width]
      let finite = group.filter(\.isFinite)
      guard !finite.isEmpty else { return .nan }
      return finite.reduce(0) { $0 + $1 / Double(finite.count) }
    }
  }

  fileprivate static func glyph(fromBottom share: Double, _ rendering: Rendering) -> Glyph {
    if rendering.glyphs == .ascii {
      return Glyph([" ", ".", ":", "#"][Int((share * 3).rounded())])
    }
    return Glyph(fromBottom[Int((share * 8).rounded())])
  }

  fileprivate static func glyph(fromLeft share: Double, _ rendering: Rendering) -> Glyph {
    if rendering.glyphs == .ascii { return Glyph(share >= 0.5 ? "#" : " ") }
    return Glyph(fromLeft[Int((share * 8).rounded())])
  }
}

extension Grid {
  /// Fills a box from below to `share` (0 to 1) of its height.
  ///
  /// What is above nothing shows at least the smallest step.
  package mutating func putColumn(
    _ share: Double,
    in rect: Rect,
    style: Style,
    _ rendering: Rendering
  ) {
    guard share > 0, !rect.isEmpty else { return }
    let steps = rendering.glyphs == .ascii ? 3.0 : 8.0
    let height = max(min(share, 1) * Double(rect.height), 1 / steps)
    for step in 0..<rect.height {
      let part = min(max(height - Double(step), 0), 1)
      let glyph = Bar.glyph(fromBottom: part, rendering)
      if glyph == .blank { break }
      let row = Rect(x: rect.minX, y: rect.maxY - 1 - step, width: rect.width, height: 1)
      fill(row, with: glyph, style: style)
    }
  }

  /// Fills a box sideways between two shares (0 to 1) of its width, such as from a zero line to
  /// a negative value.
  ///
  /// Its left end is exact to an eighth only where cells can be reversed, that is with colours.
  package mutating func putBar(
    from start: Double,
    to end: Double,
    in rect: Rect,
    style: Style,
    _ rendering: Rendering
  ) {
    guard start.isFinite, end.isFinite, !rect.isEmpty else { return }
    let low = min(max(min(start, end), 0), 1) * Double(rect.width)
    let high = min(max(max(start, end), 0), 1) * Double(rect.width)
    guard high > low else { return }
    for column in 0..<rect.width {
      let left = min(max(low - Double(column), 0), 1)
      let right = min(max(high - Double(column), 0), 1)
      guard right > left else { continue }
      let place = Rect(x: rect.minX + column, y: rect.minY, width: 1, height: rect.height)
      if left == 0 {
        let glyph = Bar.glyph(fromLeft: right, rendering)
        if glyph != .blank { fill(place, with: glyph, style: style) }
      } else if right == 1, rendering.colors != .none, rendering.glyphs != .ascii {
        fill(place, with: Bar.glyph(fromLeft: left, rendering), style: style.adding(.reverse))
      } else if right - left >= 0.5 {
        fill(place, with: Bar.glyph(fromLeft: 1, rendering), style: style)
      }
    }
  }
}
