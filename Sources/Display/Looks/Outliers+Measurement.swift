import Canvas
import Kernels

struct OutliersMeasurement: Measurement {
  struct Column: Encodable, Sendable {
    var name: String
    var lower: Double
    var upper: Double
    var below: Int
    var above: Int
    /// Values that aren't missing.
    var count: Int
    /// Least, quartiles, greatest, then the ends of the values inside the bounds.
    var box: BoxLine

    init(_ name: String, _ values: [Double], _ rule: OutlierRule) {
      let finite = values.filter(\.isFinite)
      let bounds = rule.bounds(of: finite)
      self.name = name
      lower = bounds.lower
      upper = bounds.upper
      below = finite.count { $0 < bounds.lower }
      above = finite.count { $0 > bounds.upper }
      count = finite.count
      box = BoxLine(of: finite, lower: bounds.lower, upper: bounds.upper)
    }

    private enum CodingKeys: String, CodingKey { case name, lower, upper, below, above }
  }

  var scope: RowScope
  var rule: OutlierRule
  var columns: [Column]

  private enum CodingKeys: String, CodingKey { case rows, rule, columns }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(scope.rowCount, forKey: .rows)
    try container.encode(rule.name, forKey: .rule)
    try container.encode(columns, forKey: .columns)
  }

  var scene: Scene {
    guard !columns.isEmpty else {
      return Scene([scope.note(), .prose("there is no numeric column")])
    }
    let rows = columns.map { column in
      let outside = column.below + column.above
      let share = Double(outside) / Double(max(1, column.count))
      return [
        Scene.Table.Entry(column.name.clipped(to: 32)),
        .init(NumberFormat.count(outside), outside > 0 ? .bad : .muted),
        .init(NumberFormat.percent(share), .muted), .init(column.box.text),
        .init(NumberFormat.number(column.lower)), .init(NumberFormat.number(column.upper)),
        .init(NumberFormat.count(column.below), column.below > 0 ? .plain : .muted),
        .init(NumberFormat.count(column.above), column.above > 0 ? .plain : .muted),
      ]
    }
    return Scene([
      scope.note(rule.summary),
      .table(
        Scene.Table(
          [
            .init("column"), .number("outside"), .number("share"), .init("least to greatest"),
            .number("lower"), .number("upper"), .number("below"), .number("above"),
          ],
          rows: rows,
          noun: "column"
        )
      ),
    ])
  }
}
