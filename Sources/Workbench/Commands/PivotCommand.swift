import Canvas
package import Diagnostics
import Display
package import Language
import Learning
import Tables

/// Makes a long table wide: a column for each name.
package struct PivotCommand: Command {
  private static let methods: [Aggregate] = [.sum, .mean, .count, .first]

  package static let signature = Signature(
    "pivot",
    .population,
    "make a long table wide: a row for each key, a column for each name",
    positionals: [
      .init("names", .column, isRequired: true), .init("values", .column, isRequired: true),
    ],
    options: [
      .init(
        "values",
        .choice(methods.map(\.rawValue)),
        "what to make of several values of one key and name; refused if left out"
      ),
      .init("fill", .value, "what stands where a key has no such name; missing if left out"),
    ],
    takesGroups: true,
    examples: [
      .init("pivot month sales by shop", "a row for each shop, a column for each month"),
      .init("pivot dest flights by origin values=sum fill=0", "pairs as a table, 0 where none"),
    ]
  )

  private let names: String
  private let values: String
  private let groups: [Operand]
  private let method: Aggregate?
  private let fill: Value?

  package init(reading arguments: inout ArgumentReader) throws(Diagnostic) {
    names = try arguments.column("the column of names")
    values = try arguments.column("the column of values")
    groups = try arguments.groups()
    method = try arguments.choice("values", among: Self.methods.map(\.rawValue))
      .flatMap(Aggregate.init)
    fill = try arguments.value("fill")
    guard !groups.isEmpty else { throw arguments.needs("by KEY") }
  }

  package func run(
    in study: inout Study,
    _ context: RunContext
  ) throws(Diagnostic) -> Outcome {
    try study.requireData()
    try study.requireOpenTable(for: context.written)
    let all = try study.populationRows(
      for: context.written,
      reading: [names, values] + groups.columnNames
    )
    let nameless = try all.column(named: names).missingCount
    let rows = try all.filter(all.column(named: names).values.map { !$0.isMissing })
    let (keys, faults) = try study.population(groups, in: rows)
    let table = try pivoted(rows, keys, report: context.report)
    let before = study.frame.rowCount
    try study.replaceTable(with: table, by: context)
    let made = table.columnCount - keys.count
    var warnings = faults.warnings
    if nameless > 0 {
      warnings.append("\(NumberFormat.count(nameless, "row")) without '\(names)' left out")
    }
    return Outcome(
      Notice(
        study,
        [
          .init("by", .strings(keys.map(\.name))),
          .init("made", .strings(Array(table.names.dropFirst(keys.count)))),
          .init("from", .count(before)),
        ],
        [
          .prose(
            "\(NumberFormat.count(before, "row")) made \(NumberFormat.count(table.rowCount, "row")) "
              + "with \(NumberFormat.count(made, "column")) of \(values)"
          )
        ]
      ),
      warnings: warnings
    )
  }

  /// A wider table is a mistake more likely than a wish.
  private static let mostColumns = 10_000

  private func pivoted(
    _ rows: Frame,
    _ keys: [Column],
    report: Report
  ) throws(Diagnostic) -> Frame {
    let nameColumn = try rows.column(named: names)
    let valueColumn = try rows.column(named: values)
    let byKey = try Grouping(by: keys, rowCount: rows.rowCount, report: report)
    let byName = try Grouping(by: [nameColumn], rowCount: rows.rowCount, report: report)
    let byCell = try Grouping(by: keys + [nameColumn], rowCount: rows.rowCount, report: report)
    guard byName.count <= Self.mostColumns else {
      throw Diagnostic(
        .data,
        "'\(names)' has \(byName.count) values, at most \(Self.mostColumns) become columns",
        subject: names
      )
    }
    if method == nil, let cell = byCell.sizes.firstIndex(where: { $0 > 1 }) {
      throw severalValues(
        byCell.sizes[cell],
        of: nameColumn.value(at: byCell.firstRows[cell]),
        keys.map { "\($0.name) \($0.value(at: byCell.firstRows[cell]).plainText)" }
      )
    }
    let cells = try byCell.aggregated(method ?? .first, of: valueColumn, report: report)
    var places = [[Int]](
      repeating: [Int](repeating: -1, count: byKey.count),
      count: byName.count
    )
    for (cell, row) in byCell.firstRows.enumerated() {
      places[Int(byName.codes[row])][Int(byKey.codes[row])] = cell
    }
    var columns = keys.map { $0.rows(at: byKey.firstRows) }
    for (name, row) in byName.firstRows.enumerated() {
      var column = cells.gathered(at: places[name])
        .renamed(nameColumn.value(at: row).plainText)
      if let fill { column = try column.filled(with: fill) }
      columns.append(column)
    }
    return try Frame(columns, rowNumbers: .range(0..<byKey.count))
  }

  private func severalValues(_ count: Int, of name: Value, _ key: [String]) -> Diagnostic {
    Diagnostic(
      .data,
      "'\(name.plainText)' comes \(count) times for \(key.joined(separator: ", ")), once was expected",
      try: "values=mean",
      subject: names
    )
  }
}
