import Canvas
package import Diagnostics
import Display
package import Language
import Tables

/// Makes a wide table long: a row for each cell of some columns.
package struct UnpivotCommand: Command {
  package static let signature = Signature(
    "unpivot",
    .population,
    "make a wide table long: a row for each cell of these columns",
    positionals: [.init("columns", .columns, isRequired: true)],
    options: [
      .init("names", .name, standard: "variable", "the column for what the columns were called"),
      .init("values", .name, standard: "value", "the column for what stood in them"),
    ],
    examples: [
      .init("unpivot january february march names=month values=sales", "three rows for each one"),
      .init("unpivot week_*", "columns variable and value"),
    ]
  )

  private let columns: ColumnSelection
  private let names: String
  private let values: String

  package init(reading arguments: inout ArgumentReader) throws(Diagnostic) {
    columns = try arguments.requiredColumns()
    names = try arguments.name(option: "names") ?? "variable"
    values = try arguments.name(option: "values") ?? "value"
  }

  package func run(
    in study: inout Study,
    _ context: RunContext
  ) throws(Diagnostic) -> Outcome {
    try study.requireData()
    try study.requireOpenTable(for: context.written)
    let rows = try study.populationRows(for: context.written, reading: [])
    let folded = try columns.resolve(in: rows.candidates())
    guard !folded.isEmpty else {
      throw Diagnostic(.data, "there is no column of that kind", subject: context.call.verb)
    }
    let table = try unpivoted(rows, folded)
    let before = rows.rowCount
    try study.replaceTable(with: table, by: context)
    return Outcome(
      Notice(
        study,
        [.init("unpivoted", .strings(folded)), .init("from", .count(before))],
        [
          .prose(
            "\(NumberFormat.count(before, "row")) made \(NumberFormat.count(table.rowCount, "row")): "
              + table.names.joined(separator: ", ")
          )
        ]
      )
    )
  }

  /// Row by row, in each the columns in their order; a row's number tells both.
  private func unpivoted(_ rows: Frame, _ folded: [String]) throws(Diagnostic) -> Frame {
    let width = folded.count
    let (count, isTooLong) = rows.rowCount.multipliedReportingOverflow(by: width)
    guard !isTooLong, count <= Int(Int32.max) else {
      throw Diagnostic(.data, "\(rows.rowCount) rows of \(width) columns are too many rows")
    }
    let source = (0..<count).map { $0 / width }
    var made = rows.columns.filter { !folded.contains($0.name) }.map { $0.rows(at: source) }
    var parts: [Column] = []
    for name in folded { parts.append(try rows.column(named: name)) }
    made.append(Column(names, categories: (0..<count).map { folded[$0 % width] }))
    made.append(joined(parts, count: count))
    var numbers: [Int] = []
    numbers.reserveCapacity(count)
    for place in 0..<count {
      let (start, isTooLarge) = rows.rowNumbers[place / width].multipliedReportingOverflow(
        by: width
      )
      guard !isTooLarge, start <= Int.max - width else {
        throw Diagnostic(.data, "the row numbers are too large for \(width) rows each")
      }
      numbers.append(start + place % width)
    }
    return try Frame(made, rowNumbers: RowNumbers(numbers))
  }

  /// Values of one kind keep it; numbers and booleans are numbers, anything else side by side is
  /// text.
  private func joined(_ parts: [Column], count: Int) -> Column {
    let kinds = Set(parts.map(\.kind))
    let kind: ColumnKind
    if let only = kinds.first, kinds.count == 1 {
      kind = only
    } else {
      kind = kinds.isSubset(of: [.number, .boolean]) ? .number : .text
    }
    var builder = ColumnBuilder(values, kind)
    for place in 0..<count {
      let value = parts[place % parts.count].value(at: place / parts.count)
      switch (kind, value) {
      case (_, .missing): builder.append(.missing)
      case (.number, .boolean(let flag)): builder.append(.integer(flag ? 1 : 0))
      case (.text, _): builder.append(.text(value.plainText))
      default: builder.append(value)
      }
    }
    return builder.column
  }
}
