import Canvas
import Diagnostics
import Kernels
import Language
import Statistics
import Tables

/// Counts of one column's values over adjoining intervals.
struct Histogram: ColumnResult {
  struct Group: Encodable, Sendable {
    var value: String
    var counts: [Int]
    var count: Int { counts.reduce(0, +) }
    var mean: Double
    var median: Double

    private enum CodingKeys: String, CodingKey { case value, counts }
  }

  var column: String
  private var isTime: Bool
  private var edges: [Double]
  private var counts: [Int]
  private var groups: [Group] = []
  private var grouping = ""
  private var summary: NumberSummary
  /// Whether the intervals begin where months or years do.
  private var isCalendar = false

  init(of column: Column, binCount: Int?, by series: GroupSeries?) throws(Diagnostic) {
    let values = try column.quantities()
    self.column = column.name
    isTime = column.kind == .datetime
    let calendar = isTime && binCount == nil ? TimeBins.bins(of: values) : nil
    isCalendar = calendar != nil
    let bins =
      if let calendar {
        calendar
      } else if let binCount {
        Bins(count: binCount, of: values)
      } else {
        Bins(of: values)
      }
    edges = bins?.edges ?? []
    counts = bins?.counts(of: values) ?? []
    summary = NumberSummary(of: values)
    guard let series, let bins else { return }
    grouping = series.title
    groups = zip(series.names, series.split(values)).map { name, part in
      let part = part.filter(\.isFinite)
      return Group(
        value: name,
        counts: bins.counts(of: part),
        mean: mean(of: part),
        median: median(of: part)
      )
    }
  }

  private enum CodingKeys: String, CodingKey { case column, edges, counts, groups }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(column, forKey: .column)
    if isTime {
      let texts = edges.map { Instant(microseconds: Instant.clamping($0)).text }
      try container.encode(texts, forKey: .edges)
    } else {
      try container.encode(edges, forKey: .edges)
    }
    try container.encode(counts, forKey: .counts)
    try container.encode(groups, forKey: .groups)
  }
}

extension Histogram {
  var scene: Scene {
    guard let low = edges.first, let high = edges.last else {
      return Scene([.prose("all \(NumberFormat.count(summary.missing, "value")) missing")])
    }
    let x: Scene.Axis =
      isTime
      ? .time(column, from: Instant.clamping(low), to: Instant.clamping(high))
      : .number(column, from: low, to: high)
    guard groups.isEmpty else { return groupScene(x) }
    let bars = Scene.Plot.Histogram(edges: edges, values: counts.map(Double.init))
    let top = Double(counts.max() ?? 1)
    let plot = Scene.Plot(
      x: x,
      y: .number("rows", from: 0, to: top),
      marks: [.bars(bars)],
      height: 14
    )
    return Scene([.row([Scene([.plot(plot)]), Scene([.table(Scene.Table(facts: shownFacts))])])])
  }

  /// One strip a group, its bars as shares of the group, so that shapes compare.
  private func groupScene(_ x: Scene.Axis) -> Scene {
    let shares = groups.map { group in
      group.counts.map { Double($0) / Double(max(1, group.count)) }
    }
    let plot = Scene.Plot(
      x: x,
      y: .number("share of the group", from: 0, to: shares.joined().max() ?? 1),
      marks: shares.enumerated().map { number, values in
        .bars(Scene.Plot.Histogram(edges: edges, values: values, series: number))
      },
      series: groups.map(\.value),
      arrangement: groups.count > 1 ? .strips : .overlaid
    )
    let table = Scene.Table(
      [.init(grouping), .number("n"), .number("mean"), .number("median")],
      rows: groups.map { group in
        [
          .init(group.value.clipped(to: 40)), .init(NumberFormat.count(group.count)),
          .init(text(group.mean)), .init(text(group.median)),
        ]
      },
      noun: "group"
    )
    return Scene([.plot(plot), .table(table)])
  }

  private var shownFacts: [(name: String, value: String)] {
    let all = [
      ("mean", summary.mean), ("sd", isTime ? nil : summary.sd),
      ("skewness", isTime ? nil : summary.skewness), ("min", summary.min), ("q1", summary.q1),
      ("median", summary.median), ("q3", summary.q3), ("max", summary.max),
    ]
    let count = (name: "count", value: NumberFormat.count(summary.count))
    return [count]
      + all.compactMap { name, value in
        value.map { (name: name, value: text($0)) }
      }
  }

  private var width: String {
    guard edges.count > 1 else { return NumberFormat.undefined }
    let width = edges[1] - edges[0]
    guard isTime else { return NumberFormat.number(width) }
    let days = width / Double(Instant.microsecondsPerDay)
    switch (days.rounded(), isCalendar) {
    case (28...31, true): return "a month"
    case (90...92, true): return "a quarter"
    case (365...366, true): return "a year"
    default: break
    }
    return days < 2 ? NumberFormat.duration(width / 1e6) : NumberFormat.number(days) + " days"
  }

  var facts: String {
    let width = "\(NumberFormat.count(counts.count, "interval")) of \(width)"
    return "\(width) · \(NumberFormat.count(summary.missing)) missing"
  }

  private func text(_ value: Double) -> String {
    guard isTime, value.isFinite else { return NumberFormat.number(value) }
    return String(Instant(microseconds: Instant.clamping(value)).text.prefix(10))
  }
}
