import Canvas
import Language

struct DescribeMeasurement: Measurement {
  var scope: RowScope
  var columns: [Description]

  private enum CodingKeys: String, CodingKey { case rows, columns }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(scope.rowCount, forKey: .rows)
    try container.encode(columns, forKey: .columns)
  }

  private static let widestName = 28
  private static let widestLevel = 24

  var scene: Scene {
    var scene = Scene([scope.note(NumberFormat.count(columns.count, "column"))])
    let numbers = columns.filter { $0.kind == .number }
    let times = columns.filter { $0.kind == .datetime }
    let others = columns.filter { $0.kind != .number && $0.kind != .datetime }
    if !numbers.isEmpty { scene.add(.table(table(ofNumbers: numbers))) }
    if !times.isEmpty { scene.add(.table(table(ofTimes: times))) }
    if !others.isEmpty { scene.add(.table(table(ofLevels: others))) }
    return scene
  }

  private func table(ofNumbers columns: [Description]) -> Scene.Table {
    let titles = [
      "missing", "mean", "sd", "min", "q1", "median", "q3", "max", "distinct", "skewness",
      "kurtosis",
    ]
    return Scene.Table(
      [.init("number"), .init("shape")] + titles.map { .number($0) },
      rows: columns.map { column in
        let summary = column.summary
        let texts =
          [summary.mean, summary.sd, summary.min, summary.q1, summary.median, summary.q3, summary.max]
          .map { NumberFormat.number($0) } + [NumberFormat.count(summary.distinct)]
          + [summary.skewness, summary.kurtosis].map { NumberFormat.fixed($0, decimals: 2) }
        return [name(column), .init(shape: column.shape), missing(column)]
          + texts.map { .init($0) }
      },
      noun: "column"
    )
  }

  private func table(ofTimes columns: [Description]) -> Scene.Table {
    Scene.Table(
      [.init("datetime"), .init("shape"), .number("missing"), .init("min"), .init("max"),
        .number("distinct")],
      rows: columns.map { column in
        [
          name(column), .init(shape: column.shape), missing(column), .init(column.least ?? NumberFormat.undefined),
          .init(column.greatest ?? NumberFormat.undefined), .init(NumberFormat.count(column.summary.distinct)),
        ]
      },
      noun: "column"
    )
  }

  private func table(ofLevels columns: [Description]) -> Scene.Table {
    Scene.Table(
      [
        .init("category"), .init("kind"), .number("missing"), .number("distinct"),
        .init("most frequent"), .number("count"), .number("share"),
      ],
      rows: columns.map { column in
        let share = Double(column.summary.topCount) / Double(max(1, column.summary.count))
        return [
          name(column), .init(column.kind.rawValue, .muted), missing(column),
          .init(NumberFormat.count(column.summary.distinct)),
          .init(column.top.map { $0.clipped(to: Self.widestLevel) } ?? NumberFormat.undefined),
          .init(NumberFormat.count(column.summary.topCount)),
          .init(column.summary.count > 0 ? NumberFormat.percent(share) : NumberFormat.undefined, .muted),
        ]
      },
      noun: "column"
    )
  }

  private func name(_ column: Description) -> Scene.Table.Entry {
    .init(column.name.clipped(to: Self.widestName))
  }

  private func missing(_ column: Description) -> Scene.Table.Entry {
    .init(NumberFormat.count(column.summary.missing), column.summary.missing > 0 ? .bad : .muted)
  }
}
