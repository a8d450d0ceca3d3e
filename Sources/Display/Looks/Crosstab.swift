import Canvas
package import Diagnostics
package import Language
import Tables

/// How often the values of two columns come together.
package struct Crosstab: Look {
  private let rows: Operand
  private let columns: Operand
  private let share: CrosstabMeasurement.Share?
  private let value: Expression?
  private let figure: Aggregate

  /// Of more cells the table would say nothing and not fit into memory.
  private static let mostCells = 1_000_000

  package static let signature = Signature.look(
    "crosstab",
    "how often the values of two columns come together, or a figure of a third",
    positionals: [.init("rows", .operands, isRequired: true)],
    options: [
      .init(
        "share",
        .choice(CrosstabMeasurement.Share.allCases.map(\.rawValue)),
        "parts of the row, of the column or of all instead of counts"
      ),
      .init("value", .expression, "a column of which each cell shows a figure"),
      .init(
        "figure",
        .choice(Aggregate.allCases.map(\.rawValue)),
        standard: "mean",
        "which one"
      ),
    ],
    examples: [
      .init("crosstab housing risk", "counts, with totals"),
      .init("crosstab housing risk share=row", "of each housing, the part of each risk"),
      .init("crosstab job (year(date)) value=credit_amount figure=median", "a third column"),
    ]
  )

  package init(reading arguments: inout ArgumentReader) throws(Diagnostic) {
    let operands = arguments.operands()
    guard operands.count == 2 else {
      throw arguments.needs("two columns, the rows' and the columns'")
    }
    (rows, columns) = (operands[0], operands[1])
    let shares = CrosstabMeasurement.Share.allCases.map(\.rawValue)
    share = try arguments.choice("share", among: shares).flatMap { .init(rawValue: $0) }
    value = try arguments.expression("value")
    let figures = Aggregate.allCases.map(\.rawValue)
    let told = try arguments.choice("figure", among: figures).flatMap(Aggregate.init)
    figure = told ?? .mean
    guard value != nil || told == nil else {
      throw arguments.needs("the column the figure is of, as 'value=age'")
    }
    guard value == nil || share == nil else {
      throw Diagnostic(
        .usage,
        "share= goes with counts, value= shows figures: expected one of them"
      )
    }
    try arguments.takeView()
  }

  package func measure(_ subject: Subject, report: Report) throws(Diagnostic) -> any Measurement {
    let (row, column) = try (subject.column(rows), subject.column(columns))
    let present = (0..<subject.frame.rowCount).filter {
      !row.isMissing(at: $0) && !column.isMissing(at: $0)
    }
    let isWhole = present.count == subject.frame.rowCount
    func seen(_ column: Column) -> Column { isWhole ? column : column.rows(at: present) }
    let keys = [seen(row), seen(column)]
    let (down, across) = try (
      Grouping(by: [keys[0]], rowCount: present.count, report: report),
      Grouping(by: [keys[1]], rowCount: present.count, report: report)
    )
    guard down.count * across.count <= Self.mostCells else {
      throw .tooManyCells(row, down.count, column, across.count)
    }
    let pairs = try Grouping(by: keys, rowCount: present.count, report: report)
    let places = pairs.firstRows.map { (Int(down.codes[$0]), Int(across.codes[$0])) }
    var counts = [[Int]](
      repeating: [Int](repeating: 0, count: across.count),
      count: down.count
    )
    for (place, size) in zip(places, pairs.sizes) { counts[place.0][place.1] = size }
    var measurement = CrosstabMeasurement(
      scope: RowScope(subject),
      names: (row.name, column.name),
      levels: (keys[0].rows(at: down.firstRows).values, keys[1].rows(at: across.firstRows).values),
      counts: counts,
      missing: subject.frame.rowCount - present.count,
      share: share
    )
    guard let value else { return measurement }
    let third = try seen(subject.evaluate(value))
    func figures(_ grouping: Grouping) throws(Diagnostic) -> [Value] {
      try grouping.aggregated(figure, of: third, report: report).values
    }
    var cells = counts.map { $0.map { _ in Value.missing } }
    for (place, value) in zip(places, try figures(pairs)) { cells[place.0][place.1] = value }
    let all = try Grouping(by: [], rowCount: present.count, report: report)
    measurement.figures = try .init(
      title: "\(figure.rawValue) of \(third.name)",
      cells: cells,
      rows: figures(down),
      columns: figures(across),
      all: figures(all).first ?? .missing
    )
    return measurement
  }
}

extension Diagnostic {
  fileprivate static func tooManyCells(
    _ row: Column,
    _ rowCount: Int,
    _ column: Column,
    _ columnCount: Int
  ) -> Diagnostic {
    let wider = rowCount > columnCount ? row.name : column.name
    return Diagnostic(
      .data,
      "'\(row.name)' has \(NumberFormat.count(rowCount)) values and '\(column.name)' has "
        + "\(NumberFormat.count(columnCount)), expected a table of at most 1,000,000 cells",
      try: "freq \(Words.quotedName(wider))",
      subject: wider
    )
  }
}
