import Canvas
import Diagnostics
import Language
import Tables

struct GroupMeasurement: Measurement {
  static let figures: [Aggregate] = [.count, .mean, .sd, .median, .min, .max, .sum]

  /// The figures of one column, a row a group.
  struct Figures: Sendable {
    var column: String
    private var figures: [Aggregate: Column]
    /// The groups as they are shown.
    var order: [Int]

    init(column: String, figures: [Aggregate: Column], orderedBy: Aggregate?) {
      self.column = column
      self.figures = figures
      order = Array(0..<(figures[.count]?.count ?? 0))
      guard let values = orderedBy.flatMap({ figures[$0]?.doubles }) else { return }
      // A group without the figure comes last; equal ones keep their order.
      func key(_ group: Int) -> Double { values[group].isNaN ? -.infinity : values[group] }
      order.sort { key($0) != key($1) ? key($0) > key($1) : $0 < $1 }
    }

    func value(_ figure: Aggregate, of group: Int) -> Value {
      figures[figure]?.value(at: group) ?? .missing
    }
  }

  var scope: RowScope
  var by: [String]
  /// Of each column of `by` its value in each group.
  var keys: [[Value]]
  var sizes: [Int]
  var results: [Figures]

  private enum CodingKeys: String, CodingKey { case rows, by, groups, results }

  /// `groups` are keys with the rows they have; `results` have a list of figures for each column.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(scope.rowCount, forKey: .rows)
    try container.encode(by, forKey: .by)
    try container.encode(
      sizes.indices.map { group in
        JSON.object([
          .init("key", key(group)), .init("rows", .integer(Int64(sizes[group]))),
          .init("share", .number(share(group))),
        ])
      },
      forKey: .groups
    )
    try container.encode(
      results.map { result in
        JSON.object([
          .init("column", .string(result.column)),
          .init("groups", .array(result.order.map { json(result, $0) })),
        ])
      },
      forKey: .results
    )
  }

  private func key(_ group: Int) -> JSON { .array(keys.map { JSON($0[group]) }) }

  private func share(_ group: Int) -> Double { Double(sizes[group]) / Double(scope.rowCount) }

  private func json(_ result: Figures, _ group: Int) -> JSON {
    .object(
      [.init("key", key(group))]
        + Self.figures.map { .init($0.rawValue, JSON(result.value($0, of: group))) }
        + [.init("share", .number(share(group)))]
    )
  }

  // MARK: Picture

  /// More groups are only counted; the JSON has them all.
  private static let mostRows = 1_000

  var scene: Scene {
    let count = NumberFormat.count(sizes.count, "group")
    var scene = Scene([scope.note("by \(by.joined(separator: ", "))", count)])
    if results.isEmpty { scene.add(.table(table(of: nil, sizes.indices.map(\.self)))) }
    for result in results {
      scene.add(.heading(result.column))
      scene.add(.table(table(of: result, result.order)))
    }
    return scene
  }

  private func table(of result: Figures?, _ order: [Int]) -> Scene.Table {
    let shown = order.prefix(Self.mostRows)
    var table = Scene.Table(
      by.map { .init($0) } + [.number("rows"), .number("share")],
      rows: shown.map { group in
        keys.map { .init($0[group]) } + [
          .init(NumberFormat.count(sizes[group])),
          .init(NumberFormat.percent(share(group)), .muted),
        ]
      },
      keyCount: by.count,
      noun: "group"
    )
    guard let result else { return table }
    // Where values are missing the count is not the number of rows.
    let isComplete = order.allSatisfy { result.value(.count, of: $0) == .integer(Int64(sizes[$0])) }
    for figure in Self.figures where figure != .count || !isComplete {
      table.columns.append(.number(figure.rawValue, rank: figure == .sum ? 1 : 0))
      let numbers = shown.map { result.value(figure, of: $0).double ?? .nan }
      for (row, number) in numbers.enumerated() {
        table.rows[row].append(.init(NumberFormat.number(number)))
      }
    }
    return table
  }
}

extension Scene.Table.Entry {
  /// A key of a group.
  init(_ value: Value) {
    self.init(
      value.isMissing ? "missing" : value.plainText.clipped(to: 28),
      value.isMissing ? .muted : .plain
    )
  }
}
