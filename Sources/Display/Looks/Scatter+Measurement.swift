import Canvas
import Glibc

struct ScatterMeasurement: Measurement {
  struct Side: Sendable {
    var name: String
    var isTime: Bool
  }

  struct Trend: Encodable, Sendable {
    var slope: Double
    var intercept: Double
  }

  struct Group: Sendable {
    /// Nil for all rows.
    var name: String?
    /// Rows where both sides have a value.
    var count: Int
    var pearson: Double
    var spearman: Double
    var trend: Trend
    var points: Scene.Plot.Points

    init(_ name: String?, _ x: [Double], _ y: [Double], series: Int) {
      let line = seamSlope(x, y)
      self.name = name
      count = (0..<min(x.count, y.count)).count { x[$0].isFinite && y[$0].isFinite }
      pearson = seamPearson(x, y)
      spearman = seamSpearman(x, y)
      trend = Trend(slope: line.slope, intercept: line.intercept)
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
    guard group.count > 2, group.trend.slope.isFinite, let low = group.points.x.min(),
      let high = group.points.x.max()
    else { return nil }
    let ends = [low, high]
    let heights = ends.map { group.trend.intercept + group.trend.slope * $0 }
    return .line(x: ends, y: heights, series: series)
  }

  private var sentence: String {
    guard all.pearson.isFinite else {
      return "no correlation: it takes two rows, and two values on both sides"
    }
    let strength = Self.strength(all.pearson)
    let r = NumberFormat.fixed(all.pearson, decimals: 2)
    let share = NumberFormat.fixed(all.pearson * all.pearson, decimals: 2)
    let rank = NumberFormat.fixed(all.spearman, decimals: 2)
    var text = "r \(r) · \(strength), R² \(share) · Spearman \(rank)"
    if !x.isTime, !y.isTime {
      let sign = all.trend.slope < 0 ? "" : "+"
      let slope = sign + NumberFormat.number(all.trend.slope)
      text = "\(slope) \(y.name) per unit of \(x.name) · " + text
    }
    if abs(all.spearman) - abs(all.pearson) > 0.1 { text += " · bent rather than straight" }
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
          .init(NumberFormat.fixed(group.pearson, decimals: 2)),
          .init(NumberFormat.fixed(group.spearman, decimals: 2)),
          .init(NumberFormat.number(group.trend.slope)),
        ]
      },
      noun: "group"
    )
  }

  /// Simpson's paradox: every group's trend runs against that of all.
  private var reversal: String? {
    let slopes = groups.filter { $0.count > 2 && $0.pearson.isFinite && abs($0.pearson) >= 0.1 }
    guard slopes.count > 1, abs(all.pearson) >= 0.1,
      slopes.allSatisfy({ ($0.pearson < 0) != (all.pearson < 0) })
    else { return nil }
    let whole = all.pearson < 0 ? "falls" : "rises"
    let within = all.pearson < 0 ? "rises" : "falls"
    return "\(y.name) \(whole) with \(x.name) over all rows, yet \(within) within every group of "
      + "\(grouping ?? "the grouping") (Simpson's paradox)"
  }
}
