import Canvas
package import Diagnostics
import Display
package import Language
import Tables

/// Makes a source column that may look at the other rows of a group.
package struct ComputeCommand: Command {
  package static let signature = Signature(
    "compute",
    .population,
    "make a source column, with functions that look at the other rows of a group",
    options: [
      .init("order", .expression, "the order of the rows in a group; `order=-day` turns it round")
    ],
    tail: .computation,
    takesGroups: true,
    examples: [
      .init("compute share = sales / sum(sales) by shop", "a part of its group's total"),
      .init("compute before = lag(sales) by shop order=day", "the value of the day before"),
      .init("compute place = rank(-price)", "1 for the dearest"),
    ]
  )

  private let name: String
  private let expression: Expression
  private let groups: [Operand]
  private let order: Expression?

  package init(reading arguments: inout ArgumentReader) throws(Diagnostic) {
    guard let definition = arguments.call.definition,
      case .expression(let expression) = definition.body
    else { throw arguments.needs("NAME = EXPR") }
    name = definition.name
    self.expression = expression
    groups = try arguments.groups()
    order = try arguments.expression("order")
  }

  package func run(
    in study: inout Study,
    _ context: RunContext
  ) throws(Diagnostic) -> Outcome {
    try study.requireData()
    guard !study.frame.hasColumn(named: name), !study.view.frame.hasColumn(named: name) else {
      throw Diagnostic(
        .data,
        "there is already a column '\(name)', compute makes a new one",
        try: "compute \(Words.quotedName(name + "_2")) = \(expression.text)",
        subject: name
      )
    }
    let read = expression.columns + groups.columnNames + (order?.columns ?? [])
    let rows = try study.populationRows(for: context.written, reading: read)
    let (keys, keyFaults) = try study.population(groups, in: rows)
    let groupOrder = try GroupOrder(
      by: keys,
      order: try key(in: rows),
      rowCount: rows.rowCount,
      report: context.report
    )
    var computation = RowComputation(rows, groupOrder, report: context.report)
    var (column, faults) = try computation.evaluate(expression, named: name).parts
    faults += keyFaults
    try study.extendTable(
      to: try study.frame.adding(column),
      from: Array(0..<study.frame.rowCount),
      with: [name],
      by: context
    )
    return Outcome(
      notice(column, keys.isEmpty ? nil : groupOrder.groupCount, study),
      warnings: faults.warnings
    )
  }

  /// A column with a sign before it is that column turned round, whatever its kind.
  private func key(in rows: Frame) throws(Diagnostic) -> OrderKey? {
    switch order {
    case nil: return nil
    case .negate(.column(let name)):
      return OrderKey(try rows.column(named: name), isDescending: true)
    case let expression?: return OrderKey(try rows.evaluate(expression).column)
    }
  }

  private func notice(_ column: Column, _ groupCount: Int?, _ study: Study) -> Notice {
    let groups = groupCount.map { " in \(NumberFormat.count($0, "group"))" } ?? ""
    let missing = column.missingCount
    let gaps = missing == 0 ? "" : ", \(NumberFormat.count(missing)) missing"
    return Notice(
      study,
      [
        .init("column", .string(column.name)), .init("kind", .string(column.kind.rawValue)),
        .init("missing", .count(missing)), .init("groups", groupCount.map(JSON.count) ?? .null),
      ],
      [
        .prose(
          "made \(column.name), a source column of kind \(column.kind.rawValue)\(groups)\(gaps)"
        )
      ]
    )
  }
}

extension Evaluation {
  fileprivate var parts: (Column, ArithmeticFaults) { (column, faults) }
}
