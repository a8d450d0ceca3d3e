import Canvas
import Statistics

struct MissingMeasurement: Measurement {
  var scope: RowScope
  var missingness: Missingness
  /// By column: cells whose text could not be read as its kind; they are among the missing.
  var unreadable: [String: Int]

  private var columns: [Missingness.ColumnShare] { missingness.columns }
  private var patterns: [Missingness.Pattern] { missingness.patterns }

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
      scope.note(
        "\(NumberFormat.count(whole)) of \(NumberFormat.count(columns.count, "column")) complete"
      )
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
            let unread = unreadable[column.name] ?? 0
            let remark = unread > 0 ? " (\(NumberFormat.count(unread)) unreadable)" : ""
            return Scene.Bars.Bar(
              (isNumbered ? number : "") + column.name,
              column.share,
              text: NumberFormat.count(column.missing) + remark,
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
  private func patternTable(_ gaps: [Missingness.ColumnShare]) -> Scene.Table {
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
