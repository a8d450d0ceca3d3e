import Canvas

struct MissingMeasurement: Measurement {
  struct Column: Encodable, Sendable {
    var name: String
    var missing: Int
    /// Of those, cells whose text could not be read as the column's kind.
    var unreadable: Int
    var share: Double

    init(name: String, missing: Int, unreadable: Int, rowCount: Int) {
      self.name = name
      self.missing = missing
      self.unreadable = unreadable
      share = rowCount == 0 ? .nan : Double(missing) / Double(rowCount)
    }

    private enum CodingKeys: String, CodingKey { case name, missing, share }
  }

  /// Columns that are missing together, and in how many rows just these are.
  struct Pattern: Encodable, Sendable {
    var columns: [String]
    var rows: Int
  }

  var scope: RowScope
  var columns: [Column]
  /// The most frequent first; the complete rows, with no column, among them.
  var patterns: [Pattern]

  private enum CodingKeys: String, CodingKey { case rows, columns, patterns }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(scope.rowCount, forKey: .rows)
    try container.encode(columns, forKey: .columns)
    try container.encode(patterns, forKey: .patterns)
  }
}

extension MissingMeasurement {
  private static let mostPatterns = 12
  /// Columns that the table of patterns has a column for.
  private static let mostNumbered = 16

  var scene: Scene {
    let gaps = columns.filter { $0.missing > 0 }.sorted { $0.missing > $1.missing }
    let whole = columns.count - gaps.count
    var scene = Scene([
      scope.note("\(NumberFormat.count(whole)) of \(NumberFormat.count(columns.count, "column")) complete")
    ])
    guard !gaps.isEmpty else {
      scene.add(.prose(columns.isEmpty ? "there is no column" : "nothing is missing"))
      return scene
    }
    let isNumbered = gaps.count > 1
    let width = String(min(gaps.count, Self.mostNumbered)).count
    scene.add(
      .bars(
        Scene.Bars(
          gaps.enumerated().map { place, column in
            let number =
              place < Self.mostNumbered ? String(place + 1).padded(to: width, .right) + " " : ""
            let unreadable =
              column.unreadable > 0 ? " (\(NumberFormat.count(column.unreadable)) unreadable)" : ""
            return Scene.Bars.Bar(
              (isNumbered ? number : "") + column.name,
              column.share,
              text: NumberFormat.count(column.missing) + unreadable,
              share: column.share
            )
          },
          scale: 1,
          noun: "column"
        )
      )
    )
    if isNumbered { scene.add(.table(patternTable(Array(gaps.prefix(Self.mostNumbered))))) }
    return scene
  }

  /// A row a pattern, a column for each column with gaps: ● where it is missing.
  private func patternTable(_ gaps: [Column]) -> Scene.Table {
    let numbers = gaps.indices.map { Scene.Table.Column(String($0 + 1), .center) }
    let all = max(1, scope.rowCount)
    let rows = patterns.prefix(Self.mostPatterns).map { pattern in
      let missing = Set(pattern.columns)
      let marks = gaps.map { column in
        missing.contains(column.name)
          ? Scene.Table.Entry("●", .bad) : Scene.Table.Entry("·", .muted)
      }
      let share = Double(pattern.rows) / Double(all)
      let name =
        missing.isEmpty ? "complete" : NumberFormat.count(missing.count, "column") + " missing"
      return [
        Scene.Table.Entry(NumberFormat.count(pattern.rows)),
        Scene.Table.Entry(NumberFormat.percent(share), .muted),
      ] + marks + [Scene.Table.Entry(name, missing.isEmpty ? .good : .muted)]
    }
    return Scene.Table(
      [.number("rows"), .number("share")] + numbers + [.init("together")],
      rows: rows,
      keyCount: 2,
      noun: "pattern"
    )
  }
}
