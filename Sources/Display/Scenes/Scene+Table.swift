package import Canvas

extension Scene {
  /// Rows of text under titles; columns that don't fit are named below.
  package struct Table: Hashable, Sendable {
    package struct Column: Hashable, Sendable, ExpressibleByStringLiteral {
      package var title: String
      package var alignment: Alignment
      /// Where the width is short, columns of the highest rank are left out first, all of a rank
      /// together; those of rank 0 go from the right, one by one.
      package var rank: Int

      package init(_ title: String, _ alignment: Alignment = .left, rank: Int = 0) {
        self.title = title
        self.alignment = alignment
        self.rank = rank
      }

      /// Aligned left.
      package init(stringLiteral title: String) { self.init(title) }

      /// A column of numbers, aligned right.
      package static func number(_ title: String, rank: Int = 0) -> Column {
        Column(title, .right, rank: rank)
      }
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
