import Canvas
import Statistics

struct ScatterMeasurement: Measurement {
  struct Side: Sendable {
    var name: String
    var isTime: Bool
  }

  struct Group: Sendable {
    /// Nil for all rows.
    var name: String?
    /// Rows where both sides have a value.
    var count: Int
    var pearson: Double?
    var spearman: Double?
    var trend: Trend
    var points: Scene.Plot.Points

    init(_ name: String?, _ x: [Double], _ y: [Double], series: Int) {
      self.name = name
      count = (0..<min(x.count, y.count)).count { x[$0].isFinite && y[$0].isFinite }
      pearson = Correlation.pearson.coefficient(x, y)
      spearman = Correlation.spearman.coefficient(x, y)
      trend = Trend(x, y)
      points = PointCloud.marks(x, y, series: series)
    }
  }

  var scope: RowScope
  var x: Side
  var y: Side
  var all: Group
  /// What the groups are; nil without any.
  var grouping: String?
  var groups: [Group] = []

  private enum CodingKeys: String, CodingKey {
    case rows, x, y, n, pearson, spearman, trend, groups
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(scope.rowCount, forKey: .rows)
    try container.encode(x.name, forKey: .x)
    try container.encode(y.name, forKey: .y)
    try container.encode(all.count, forKey: .n)
    try container.encode(all.pearson, forKey: .pearson)
    try container.encode(all.spearman, forKey: .spearman)
    try container.encode(all.trend, forKey: .trend)
    try container.encode(groups, forKey: .groups)
  }
}

extension ScatterMeasurement.Group: Encodable {
  private enum CodingKeys: String, CodingKey {
    case value, n, pearson, spearman, trend
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .value)
    try container.encode(count, forKey: .n)
    try container.encode(pearson, forKey: .pearson)
    try container.encode(spearman, forKey: .spearman)
    try container.encode(trend, forKey: .trend)
  }
}

extension ScatterMeasurement {
  var scene: Scene {
    let drawn = groups.isEmpty ? [all] : groups
    let xAxis = Scene.Axis.fitting(x.name, drawn.lazy.flatMap(\.points.x), isTime: x.isTime)
    let yAxis = Scene.Axis.fitting(y.name, drawn.lazy.flatMap(\.points.y), isTime: y.isTime)
    var marks = drawn.map { Scene.Plot.Mark.points($0.points) }
    for (number, group) in drawn.enumerated() {
      // A trend over a cloud of its own colour stands out by another one.
      let series = groups.isEmpty ? 1 : number
      if let line = line(of: group, xAxis, series: series) { marks.append(line) }
    }
    var scene = Scene()
    scene.add(.heading("\(y.name) against \(x.name)"))
    scene.add(scope.note(missing))
    scene.add(
      .plot(
        Scene.Plot(
          x: xAxis,
          y: yAxis,
          marks: marks,
          series: groups.map { $0.name ?? "" },
          isDense: groups.isEmpty
        )
      )
    )
    scene.add(.prose(sentence))
    if !groups.isEmpty { scene.add(.table(table)) }
    if let reversal { scene.add(.warning(reversal)) }
    return scene
  }

  private var missing: String {
    let count = scope.rowCount - all.count
    return count > 0 ? "\(NumberFormat.count(count)) without both values" : ""
  }

  /// The trend from the first to the last value of the group.
  private func line(
    of group: Group,
    _ axis: Scene.Axis,
    series: Int
  ) -> Scene.Plot.Mark? {
    guard group.count > 2, let low = group.points.x.min(), let high = group.points.x.max(),
      let start = group.trend.value(at: low), let end = group.trend.value(at: high)
    else { return nil }
    return .line(x: [low, high], y: [start, end], series: series)
  }

  private var sentence: String {
    guard let pearson = all.pearson else {
      return "no correlation: it takes two rows, and two values on both sides"
    }
    let strength = Self.strength(pearson)
    let r = NumberFormat.fixed(pearson, decimals: 2)
    let share = NumberFormat.fixed(pearson * pearson, decimals: 2)
    let spearman = all.spearman ?? .nan
    let rank = NumberFormat.fixed(spearman, decimals: 2)
    var text = "r \(r) (\(strength), R² \(share)) · Spearman \(rank)"
    if !x.isTime, !y.isTime, let slope = all.trend.slope {
      let slope = (slope < 0 ? "" : "+") + NumberFormat.number(slope)
      text += " · \(slope) \(y.name) per unit of \(x.name)"
    }
    if abs(spearman) - abs(pearson) > 0.1 { text += " · bent rather than straight" }
    return text
  }

  /// Cohen's words for the size of a correlation.
  private static func strength(_ r: Double) -> String {
    switch abs(r) {
    case ..<0.1: "no linear relation"
    case ..<0.3: "weak"
    case ..<0.5: "moderate"
    case ..<0.8: "strong"
    default: "very strong"
    }
  }

  private var table: Scene.Table {
    Scene.Table(
      [
        .init(grouping ?? "group"), .number("n"), .number("r"), .number("spearman"),
        .number("slope"),
      ],
      rows: groups.map { group in
        [
          .init(group.name ?? ""), .init(NumberFormat.count(group.count)),
          .init(NumberFormat.fixed(group.pearson ?? .nan, decimals: 2)),
          .init(NumberFormat.fixed(group.spearman ?? .nan, decimals: 2)),
          .init(NumberFormat.number(group.trend.slope ?? .nan)),
        ]
      },
      noun: "group"
    )
  }

  /// Simpson's paradox: every group's trend runs against that of all.
  private var reversal: String? {
    let within = groups.filter { $0.count > 2 }.compactMap(\.pearson)
    guard let pearson = all.pearson, abs(pearson) >= 0.1, within.count > 1,
      within.allSatisfy({ abs($0) >= 0.1 && ($0 < 0) != (pearson < 0) })
    else { return nil }
    let (whole, inside) = pearson < 0 ? ("falls", "rises") : ("rises", "falls")
    return "\(y.name) \(whole) with \(x.name) over all rows, yet \(inside) within every group of "
      + "\(grouping ?? "the grouping") (Simpson's paradox)"
  }
}
