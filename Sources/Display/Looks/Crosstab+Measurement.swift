import Canvas
import Diagnostics
import Language

struct CrosstabMeasurement: Measurement {
  enum Share: String, Sendable, CaseIterable { case row, column, all }

  /// A figure of a third column in each cell, at each margin and of all rows.
  struct Figures: Sendable {
    var title: String
    var cells: [[Value]]
    var rows: [Value]
    var columns: [Value]
    var all: Value
  }

  var scope: RowScope
  var names: (row: String, column: String)
  var levels: (row: [Value], column: [Value])
  /// Row by row.
  var counts: [[Int]]
  /// Rows in which one of the two is missing: they are in no cell.
  var missing: Int
  var share: Share?
  var figures: Figures?

  private enum CodingKeys: String, CodingKey {
    case rows, row, column, counts, shares, values, missing
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(scope.rowCount, forKey: .rows)
    for (key, name, levels) in [
      (CodingKeys.row, names.row, levels.row), (.column, names.column, levels.column),
    ] {
      let side = JSON.object([
        .init("name", .string(name)), .init("levels", .array(levels.map { JSON($0) })),
      ])
      try container.encode(side, forKey: key)
    }
    try container.encode(counts, forKey: .counts)
    if share != nil {
      let shares = counts.indices.map { row in
        JSON.array(counts[row].indices.map { .number(part(row, $0)) })
      }
      try container.encode(shares, forKey: .shares)
    }
    if let figures {
      let values = figures.cells.map { row in JSON.array(row.map { JSON($0) }) }
      try container.encode(values, forKey: .values)
    }
    try container.encode(missing, forKey: .missing)
  }

  private var rowTotals: [Int] { counts.map { $0.reduce(0, +) } }

  private var columnTotals: [Int] {
    levels.column.indices.map { column in counts.reduce(0) { $0 + $1[column] } }
  }

  private func part(_ row: Int, _ column: Int) -> Double {
    let whole =
      switch share {
      case .row: counts[row].reduce(0, +)
      case .column: counts.reduce(0) { $0 + $1[column] }
      case .all, nil: counts.reduce(0) { $0 + $1.reduce(0, +) }
      }
    return Double(counts[row][column]) / Double(whole)
  }

  // MARK: Picture

  /// More rows and columns are only counted; the JSON has them all.
  private static let mostRows = 500
  private static let mostColumns = 100
  /// Four columns beside the rows' own fit into 80 cells.
  private static let widestTitle = 14

  var scene: Scene {
    let shares = [
      "row": "parts of each row", "column": "parts of each column", "all": "parts of all",
    ]
    let title = figures?.title ?? share.flatMap { shares[$0.rawValue] } ?? "counts"
    let absent = missing == 0 ? "" : "\(NumberFormat.count(missing)) with one of the two missing"
    let scene = Scene([
      .heading("\(names.row) × \(names.column)"), scope.note(title, absent),
    ])
    guard !levels.row.isEmpty else { return scene }
    var whole = scene
    whole.add(.table(table))
    return whole
  }

  private var table: Scene.Table {
    let columns = levels.column.indices.prefix(Self.mostColumns)
    var table = Scene.Table(
      [.init(names.row)]
        + columns.map {
          .number(Scene.Table.Entry(levels.column[$0]).text.clipped(to: Self.widestTitle))
        }
        + [.number("all")],
      rows: levels.row.indices.prefix(Self.mostRows).map { row in
        [.init(levels.row[row])] + columns.map { cell(row, $0) } + [margin(ofRow: row)]
      },
      noun: "value"
    )
    let totals = columnTotals
    let sum = totals.reduce(0, +)
    let bottom = columns.map { column -> Scene.Table.Entry in
      if let figures { return entry(figures.columns[column]) }
      return share == nil
        ? .init(NumberFormat.count(totals[column]))
        : percent(share == .column ? 1 : Double(totals[column]) / Double(sum))
    }
    let corner: Scene.Table.Entry =
      figures.map { entry($0.all) } ?? (share == nil ? .init(NumberFormat.count(sum)) : percent(1))
    table.rows.append([.init("all", .muted)] + bottom + [corner])
    return table
  }

  private func cell(_ row: Int, _ column: Int) -> Scene.Table.Entry {
    if let figures { return entry(figures.cells[row][column]) }
    guard share == nil else { return percent(part(row, column)) }
    let count = counts[row][column]
    return .init(NumberFormat.count(count), count == 0 ? .muted : .plain)
  }

  private func margin(ofRow row: Int) -> Scene.Table.Entry {
    if let figures { return entry(figures.rows[row]) }
    let total = rowTotals[row]
    guard share != nil else { return .init(NumberFormat.count(total)) }
    return percent(share == .row ? 1 : Double(total) / Double(rowTotals.reduce(0, +)))
  }

  private func percent(_ share: Double) -> Scene.Table.Entry { .init(NumberFormat.percent(share)) }

  private func entry(_ value: Value) -> Scene.Table.Entry {
    if value.isMissing { return .init(NumberFormat.undefined, .muted) }
    return .init(value.double.map(NumberFormat.number) ?? value.plainText.clipped(to: 28))
  }
}
