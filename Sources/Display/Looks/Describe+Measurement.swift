import Canvas
import Language
import Statistics

struct DescribeMeasurement: Measurement {
  var scope: RowScope
  var columns: [Description]

  private enum CodingKeys: String, CodingKey { case rows, columns }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(scope.rowCount, forKey: .rows)
    try container.encode(columns, forKey: .columns)
  }

  private static let ranks = ["q1": 1, "q3": 1, "distinct": 2, "skewness": 3, "kurtosis": 3]
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
      "miss", "mean", "sd", "min", "q1", "median", "q3", "max", "distinct", "skewness",
      "kurtosis",
    ]
    return Scene.Table(
      [.init("number"), .init("shape")]
        + titles.map { .number($0, rank: Self.ranks[$0] ?? 0) },
      rows: columns.map { column in
        let numbers = column.summary.numbers
        let figures = [
          numbers?.mean, numbers?.sd, numbers?.min, numbers?.q1, numbers?.median, numbers?.q3,
          numbers?.max,
        ]
        let moments = [numbers?.skewness, numbers?.kurtosis]
        let texts =
          figures.map { NumberFormat.number($0 ?? .nan) }
          + [NumberFormat.count(column.summary.distinct)]
          + moments.map { NumberFormat.fixed($0 ?? .nan, decimals: 2) }
        return [name(column), .init(shape: column.shape), missing(column)]
          + texts.map { .init($0) }
      },
      noun: "column"
    )
  }

  private func table(ofTimes columns: [Description]) -> Scene.Table {
    Scene.Table(
      [
        .init("datetime"), .init("shape"), .number("miss"), .init("min"), .init("max"),
        .number("distinct"),
      ],
      rows: columns.map { column in
        let ends = [column.summary.earliest, column.summary.latest]
        return [name(column), .init(shape: column.shape), missing(column)]
          + ends.map { .init($0?.text ?? NumberFormat.undefined) }
          + [.init(NumberFormat.count(column.summary.distinct))]
      },
      noun: "column"
    )
  }

  private func table(ofLevels columns: [Description]) -> Scene.Table {
    Scene.Table(
      [
        .init("category"), .init("kind"), .number("miss"), .number("distinct"),
        .init("most frequent"), .number("count"), .number("share"),
      ],
      rows: columns.map { column in
        let topCount = column.summary.topCount ?? 0
        let share = Double(topCount) / Double(column.summary.count)
        return [
          name(column), .init(column.kind.rawValue, .muted), missing(column),
          .init(NumberFormat.count(column.summary.distinct)),
          .init(
            column.summary.top?.plainText.clipped(to: Self.widestLevel) ?? NumberFormat.undefined
          ),
          .init(NumberFormat.count(topCount)), .init(NumberFormat.percent(share), .muted),
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
