import Canvas
import Kernels
import Statistics

struct OutliersMeasurement: Measurement {
  struct Column: Encodable, Sendable {
    var name: String
    var lower: Double?
    var upper: Double?
    var below: Int
    var above: Int
    /// Values that aren't missing.
    var count: Int
    var box: BoxLine

    init(_ name: String, _ values: [Double], _ rule: OutlierRule) {
      let present = values.onlyFinite
      let found = rule.outliers(of: present)
      self.name = name
      lower = found.lower
      upper = found.upper
      below = found.below
      above = found.above
      count = present.count
      box = BoxLine(
        of: present,
        lower: found.lower ?? -.infinity,
        upper: found.upper ?? .infinity
      )
    }

    private enum CodingKeys: String, CodingKey { case name, lower, upper, below, above }
  }

  var scope: RowScope
  var rule: OutlierRule
  var method: String
  var columns: [Column]

  private enum CodingKeys: String, CodingKey { case rows, rule, columns }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(scope.rowCount, forKey: .rows)
    try container.encode(method, forKey: .rule)
    try container.encode(columns, forKey: .columns)
  }

  private var words: String {
    switch rule {
    case .iqr(let k):
      "beyond \(NumberFormat.number(k)) interquartile ranges from the quartiles"
    case .zscore(let k): "beyond \(NumberFormat.number(k)) standard deviations from the mean"
    case .mad(let k):
      "beyond \(NumberFormat.number(k)) scaled absolute deviations from the median"
    }
  }

  var scene: Scene {
    guard !columns.isEmpty else {
      return Scene([scope.note(), .prose("there is no numeric column")])
    }
    let rows = columns.map { column in
      let share = Double(column.below + column.above) / Double(max(1, column.count))
      return [
        Scene.Table.Entry(column.name.clipped(to: 32)), .init(column.box.text),
        .init(NumberFormat.count(column.below), column.below > 0 ? .bad : .muted),
        .init(NumberFormat.count(column.above), column.above > 0 ? .bad : .muted),
        .init(NumberFormat.percent(share), .muted),
        .init(NumberFormat.number(column.lower ?? .nan)),
        .init(NumberFormat.number(column.upper ?? .nan)),
      ]
    }
    return Scene([
      scope.note(words),
      .table(
        Scene.Table(
          [
            .init("column"), .init("least to greatest", .center), .number("below"),
            .number("above"), .number("share"), .number("lower"), .number("upper"),
          ],
          rows: rows,
          noun: "column"
        )
      ),
    ])
  }
}
