import Canvas

extension Scene.Table: SceneBlock {
  var isElastic: Bool { false }

  private var hasTitles: Bool { columns.contains { !$0.title.isEmpty } }

  func extent(width: Int, _ rendering: Rendering) -> Extent {
    let height = rows.count + (hasTitles ? 1 : 0) + (fit(width).isWhole ? 0 : 1)
    return Extent(least: min(height, 4), natural: columns.isEmpty ? 0 : height, most: height)
  }

  func draw(in size: Size, _ rendering: Rendering) -> Grid {
    guard !columns.isEmpty else { return Grid(.zero) }
    let fit = fit(size.width)
    let around = (hasTitles ? 1 : 0) + (fit.isWhole ? 0 : 1)
    let count = rows.count + around <= size.height ? rows.count : max(0, size.height - around - 1)
    let body = drawn(fit.shown, rows.prefix(count), width: size.width, rendering)
    var notes: [String] = []
    if count < rows.count {
      notes.append("… \(NumberFormat.count(rows.count - count, "more " + noun))")
    }
    if !fit.isWhole { notes.append(note(hidden: fit.hiddenCount, shown: fit.shown)) }
    let widest = notes.map { displayWidth(of: $0) }.max() ?? 0
    var grid = Grid(
      width: min(size.width, max(body.width, widest)),
      height: min(size.height, body.height + notes.count)
    )
    grid.blit(body, at: .zero)
    for (line, note) in notes.enumerated() {
      grid.put(note, at: Point(0, body.height + line), style: .muted, maximumWidth: grid.width)
    }
    return grid
  }

  private func drawn(
    _ shown: [Int],
    _ rows: ArraySlice<[Entry]>,
    width: Int,
    _ rendering: Rendering
  ) -> Grid {
    let table = TextTable(
      shown.map { TextTable.Column(columns[$0].title, columns[$0].alignment) },
      rows: rows.map { row in
        shown.map { $0 < row.count ? row[$0].drawn(rendering) : TextTable.Entry("") }
      },
      keyCount: shown.count
    )
    let grid = table.draw(width: width)
    guard !hasTitles else { return grid }
    return grid.cropped(to: Rect(x: 0, y: 1, width: grid.width, height: grid.height - 1))
  }

  // MARK: Columns that fit

  /// A text isn't clipped below this while another column can be left out.
  private static let leastTextWidth = 16
  private static let gap = 2
  /// Hidden columns are named up to this many; the line is clipped in any case.
  private static let mostNamed = 40

  /// The places of the columns shown, ascending.
  private func fit(_ width: Int) -> (shown: [Int], hiddenCount: Int, isWhole: Bool) {
    var shown: [Int] = []
    var used = 0
    for place in columns.indices where columns[place].rank == 0 {
      let needed = leastWidth(ofColumn: place) + (shown.isEmpty ? 0 : Self.gap)
      guard used + needed <= width || shown.count < max(1, keyCount) else { break }
      used += needed
      shown.append(place)
    }
    let ranks = Set(columns.map(\.rank)).subtracting([0]).sorted()
    if shown.count == columns.count(where: { $0.rank == 0 }) {
      for rank in ranks {
        let places = columns.indices.filter { columns[$0].rank == rank }
        used += places.reduce(0) { $0 + leastWidth(ofColumn: $1) + Self.gap }
        guard used <= width else { break }
        shown += places
      }
    }
    let hidden = columns.count - shown.count
    return (shown.sorted(), hidden, hidden == 0)
  }

  private func leastWidth(ofColumn place: Int) -> Int {
    var widest = displayWidth(of: columns[place].title)
    for row in rows where place < row.count {
      widest = max(widest, row[place].shape.count, displayWidth(of: row[place].text))
    }
    return columns[place].alignment == .left ? min(widest, Self.leastTextWidth) : widest
  }

  private func note(hidden: Int, shown: [Int]) -> String {
    let shown = Set(shown)
    let names = columns.indices.lazy.filter { !shown.contains($0) }.prefix(Self.mostNamed)
      .map { columns[$0].title }
    return "+\(NumberFormat.count(hidden, "column")): \(names.joined(separator: ", "))"
  }
}

extension Scene.Table.Entry {
  fileprivate func drawn(_ rendering: Rendering) -> TextTable.Entry {
    guard !shape.isEmpty else { return TextTable.Entry(text, style: emphasis.style) }
    let line = Bar.sparkline(shape, width: shape.count, startsAtZero: true, rendering)
    return TextTable.Entry(line, style: .series(0))
  }
}
