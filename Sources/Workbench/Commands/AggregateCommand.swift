import Canvas
package import Diagnostics
import Display
package import Language
import Tables

/// Makes one row of each group.
package struct AggregateCommand: Command {
  package static let signature = Signature(
    "aggregate",
    .population,
    "make one row of each group, with figures of its rows",
    positionals: [.init("figures", .definitions, isRequired: true)],
    takesGroups: true,
    examples: [
      .init(
        "aggregate n=count() total=sum(price) mean(price) by shop",
        "columns shop, n, total and price.mean, a row for each shop"
      ),
      .init(
        "aggregate spread=max(price)-min(price) by shop (year(date))",
        "what is computed from figures, by an expression too"
      ),
    ]
  )

  private struct Figure {
    var name: String
    var expression: Expression
  }

  private var figures: [Figure] = []
  private let groups: [Operand]

  package init(reading arguments: inout ArgumentReader) throws(Diagnostic) {
    for (name, expression) in arguments.definitions() {
      guard let name = name ?? Self.name(of: expression) else {
        throw Diagnostic(
          .usage,
          "'\(expression.text)' has no name of its own",
          try: "NAME=\(expression.text)",
          subject: expression.columns.first
        )
      }
      figures.append(Figure(name: name, expression: expression))
    }
    guard !figures.isEmpty else { throw arguments.needs("a figure such as mean(price)") }
    groups = try arguments.groups()
  }

  /// `price.mean` for `mean(price)`, `count` for `count()`.
  private static func name(of expression: Expression) -> String? {
    guard case .call(let function, let arguments) = expression else { return nil }
    switch arguments.first {
    case nil: return function.rawValue
    case .column(let column) where arguments.count == 1: return "\(column).\(function.rawValue)"
    default: return nil
    }
  }

  package func run(
    in study: inout Study,
    _ context: RunContext
  ) throws(Diagnostic) -> Outcome {
    try study.requireData()
    try study.requireOpenTable(for: context.written)
    let rows = try study.populationRows(
      for: context.written,
      reading: figures.flatMap(\.expression.columns) + groups.columnNames
    )
    var (keys, faults) = try study.population(groups, in: rows)
    let groupOrder = try GroupOrder(by: keys, rowCount: rows.rowCount, report: context.report)
    var computation = try GroupComputation(rows, groupOrder, keys: keys, report: context.report)
    var columns = keys.map { $0.rows(at: groupOrder.grouping.firstRows) }
    for figure in figures {
      let evaluation = try computation.evaluate(figure.expression, named: figure.name)
      columns.append(evaluation.column)
      faults += evaluation.faults
    }
    let table = try Frame(columns, rowNumbers: .range(0..<groupOrder.groupCount))
    let before = study.frame.rowCount
    try study.replaceTable(with: table, by: context)
    return Outcome(
      Notice(
        study,
        [.init("by", .strings(keys.map(\.name))), .init("from", .count(before))],
        [
          .prose(
            "\(NumberFormat.count(table.rowCount, "group")) of \(NumberFormat.count(before, "row")): "
              + table.names.joined(separator: ", ")
          )
        ]
      ),
      warnings: faults.warnings
    )
  }
}
