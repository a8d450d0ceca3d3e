package import Canvas

extension Scene {
  /// Rows of text under titles; columns that don't fit are named below.
  package struct Table: Hashable, Sendable {
    package struct Column: Hashable, Sendable, ExpressibleByStringLiteral {
      package var title: String
      package var alignment: Alignment

      package init(_ title: String, _ alignment: Alignment = .left) {
        self.title = title
        self.alignment = alignment
      }

      /// Aligned left.
      package init(stringLiteral title: String) { self.init(title) }

      /// A column of numbers, aligned right.
      package static func number(_ title: String) -> Column { Column(title, .right) }
    }

    package struct Entry: Hashable, Sendable, ExpressibleByStringInterpolation {
      package var text: String
      package var emphasis: Emphasis
      /// Amounts drawn as a small histogram, a column each, in place of the text.
      package var shape: [Double]

      package init(_ text: String, _ emphasis: Emphasis = .plain) {
        self.text = text
        self.emphasis = emphasis
        shape = []
      }

      package init(shape: [Double]) {
        self.init("")
        self.shape = shape
      }

      package init(stringLiteral text: String) { self.init(text) }
    }

    package var columns: [Column]
    /// Rows may be shorter than the columns.
    package var rows: [[Entry]]
    /// The first columns, which stay as long as any.
    package var keyCount: Int
    /// What a row is, for saying how many more there are: `row`, `model`.
    package var noun: String

    package init(
      _ columns: [Column],
      rows: [[Entry]] = [],
      keyCount: Int = 1,
      noun: String = "row"
    ) {
      self.columns = columns
      self.rows = rows
      self.keyCount = keyCount
      self.noun = noun
    }

    /// A name and a value a row, without titles: facts beside a picture.
    package init(facts: [(name: String, value: String)]) {
      self.init(
        [Column(""), Column("", .right)],
        rows: facts.map { [Entry($0.name, .muted), Entry($0.value)] }
      )
    }
  }
}

extension Scene.Table: SceneBlock {
  var isElastic: Bool { false }

  private var hasTitles: Bool { columns.contains { !$0.title.isEmpty } }

  func extent(width: Int, _ rendering: Rendering) -> Extent {
    let height = drawn(rows[...], width: width, rendering).height
    return Extent(least: min(height, 5), natural: height, most: height)
  }

  func draw(in size: Size, _ rendering: Rendering) -> Grid {
    let whole = drawn(rows[...], width: size.width, rendering)
    guard whole.height > size.height else { return whole }
    // The rows that fit between the titles and the line that counts the others.
    let around = whole.height - rows.count + 1
    let count = max(0, size.height - around)
    let part = drawn(rows.prefix(count), width: size.width, rendering)
    let text = "… \(NumberFormat.count(rows.count - count, "more " + noun))"
    var grid = Grid(
      width: min(size.width, max(part.width, displayWidth(of: text))),
      height: min(size.height, part.height + 1)
    )
    grid.blit(part, at: .zero)
    let last = Point(0, grid.height - 1)
    grid.fill(Rect(last, Size(grid.width, 1)))
    grid.put(text, at: last, style: .muted, maximumWidth: grid.width)
    return grid
  }

  private func drawn(
    _ rows: ArraySlice<[Entry]>,
    width: Int,
    _ rendering: Rendering
  ) -> Grid {
    guard !columns.isEmpty else { return Grid(.zero) }
    let table = TextTable(
      columns.map { TextTable.Column($0.title, $0.alignment) },
      rows: rows.map { $0.map { $0.drawn(rendering) } },
      keyCount: keyCount
    )
    let grid = table.draw(width: width)
    guard !hasTitles else { return grid }
    return grid.cropped(to: Rect(x: 0, y: 1, width: grid.width, height: grid.height - 1))
  }
}

extension Scene.Table.Entry {
  fileprivate func drawn(_ rendering: Rendering) -> TextTable.Entry {
    guard !shape.isEmpty else { return TextTable.Entry(text, style: emphasis.style) }
    let line = Bar.sparkline(shape, width: shape.count, startsAtZero: true, rendering)
    return TextTable.Entry(line, style: .series(0))
  }
}
