import Canvas

extension Scene {
  /// Horizontal bars: a name, a bar, the number, its share.
  package struct Bars: Hashable, Sendable {
    package struct Bar: Hashable, Sendable {
      package var label: String
      /// Its length, in the unit of all bars; may be negative.
      package var value: Double
      /// The number as people read it.
      package var text: String
      /// The share of the whole, 0 to 1, printed in percent; nil = none.
      package var share: Double?
      package var emphasis: Emphasis

      /// A bar whose number is `text`, or the value in four digits.
      package init(
        _ label: String,
        _ value: Double,
        text: String? = nil,
        share: Double? = nil,
        _ emphasis: Emphasis = .plain
      ) {
        self.label = label
        self.value = value
        self.text = text ?? NumberFormat.number(value)
        self.share = share
        self.emphasis = emphasis
      }
    }

    package var bars: [Bar]
    /// The value of a full bar; nil = the largest.
    package var scale: Double?
    /// What a bar is, for saying how many more there are: `level`, `column`.
    package var noun: String

    package init(_ bars: [Bar], scale: Double? = nil, noun: String = "bar") {
      self.bars = bars
      self.scale = scale
      self.noun = noun
    }
  }
}

extension Scene.Bars: SceneBlock {
  var isElastic: Bool { true }

  private static let widest = 100

  func extent(width: Int, _ rendering: Rendering) -> Extent {
    Extent(least: min(bars.count, 3), natural: bars.count, most: bars.count)
  }

  func draw(in size: Size, _ rendering: Rendering) -> Grid {
    let isWhole = bars.count <= size.height
    let shown = isWhole ? bars[...] : bars.prefix(max(0, size.height - 1))
    var grid = Grid(width: min(size.width, Self.widest), height: min(size.height, bars.count))
    let texts = shown.map(\.text)
    let shares = shown.map { $0.share.map(NumberFormat.percent) ?? "" }
    let labelWidth = min(
      shown.map { displayWidth(of: $0.label) }.max() ?? 0,
      max(8, grid.width / 3)
    )
    let textWidth = texts.map { displayWidth(of: $0) }.max() ?? 0
    let shareWidth = shares.map { displayWidth(of: $0) }.max() ?? 0
    let right = textWidth + (shareWidth > 0 ? shareWidth + 2 : 0)
    let barStart = labelWidth + 2
    let barWidth = max(0, grid.width - barStart - right - 2)
    let numbersStart = barStart + (barWidth > 3 ? barWidth + 2 : 0)
    for (y, bar) in shown.enumerated() {
      let label = bar.label.padded(to: labelWidth)
      grid.put(label, at: Point(0, y), style: bar.emphasis.style)
      if barWidth > 3 {
        let area = Rect(x: barStart, y: y, width: barWidth, height: 1)
        draw(bar, in: area, of: &grid, rendering)
      }
      let text = texts[y].padded(to: textWidth, .right)
      grid.put(text, at: Point(numbersStart, y), style: bar.emphasis.style)
      if shareWidth > 0 {
        let share = shares[y].padded(to: shareWidth, .right)
        grid.put(share, at: Point(numbersStart + textWidth + 2, y), style: .muted)
      }
    }
    if !isWhole, size.height > 0 {
      let text = "… \(NumberFormat.count(bars.count - shown.count, "more " + noun))"
      grid.put(text, at: Point(0, grid.height - 1), style: .muted, maximumWidth: grid.width)
    }
    return grid
  }

  private func draw(_ bar: Bar, in area: Rect, of grid: inout Grid, _ rendering: Rendering) {
    let finite = bars.map(\.value).filter(\.isFinite)
    let high = scale ?? max(0, finite.max() ?? 0)
    let low = min(0, finite.min() ?? 0)
    let range = Scene.Axis.number("", from: low, to: high)
    guard bar.value.isFinite, low < high else { return }
    let style: Style =
      switch bar.emphasis {
      case .muted: .muted
      case .bad: .warning
      default: .series(bar.value < 0 ? 1 : 0)
      }
    guard low == 0 else {
      let zero = range.share(of: 0)
      grid.putBar(from: zero, to: range.share(of: bar.value), in: area, style: style, rendering)
      return
    }
    let text = Canvas.Bar.text(range.share(of: bar.value), width: area.width, rendering)
    grid.put(text, at: area.origin, style: style)
  }
}
