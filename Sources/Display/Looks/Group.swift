package import Diagnostics
package import Language
import Tables

/// Figures of columns for each group of rows.
package struct Group: Look {
  private let operands: [Operand]
  private let groups: [Operand]
  private let order: Aggregate?

  package static let signature = Signature.look(
    "group",
    "figures of columns for each group: count, mean, sd, median, min, max, sum, share",
    positionals: [.init("columns", .operands)],
    options: [
      .init(
        "order",
        .choice(GroupMeasurement.figures.map(\.rawValue)),
        "the groups with the greatest of these first; else by the values they are made of"
      )
    ],
    takesGroups: true,
    examples: [
      .init("group age by housing", "one column"),
      .init("group age duration by housing job order=mean", "two, by pairs of values"),
      .init("group (log(credit_amount)) by (year(date))", "all of it computed"),
    ]
  )

  package init(reading arguments: inout ArgumentReader) throws(Diagnostic) {
    operands = arguments.operands()
    groups = try arguments.groups()
    let figures = GroupMeasurement.figures.map(\.rawValue)
    order = try arguments.choice("order", among: figures).flatMap(Aggregate.init)
    guard !groups.isEmpty else { throw arguments.needs("what to group by, as 'by housing'") }
    try arguments.takeView()
  }

  package func measure(_ subject: Subject, report: Report) throws(Diagnostic) -> any Measurement {
    let keys = try subject.columns(groups)
    let names = Set(keys.map(\.name))
    let columns = try subject.columns(operands) {
      ($0.kind == .number || $0.kind == .boolean) && !names.contains($0.name)
    }
    for column in columns { _ = try column.numbers() }
    let grouping = try Grouping(by: keys, rowCount: subject.frame.rowCount, report: report)
    var results: [GroupMeasurement.Figures] = []
    for (done, column) in columns.enumerated() {
      try report(Progress("group", done: done, of: columns.count))
      var figures: [Aggregate: Column] = [:]
      for aggregate in GroupMeasurement.figures {
        figures[aggregate] = try grouping.aggregated(aggregate, of: column, report: report)
      }
      results.append(.init(column: column.name, figures: figures, orderedBy: order))
    }
    return GroupMeasurement(
      scope: RowScope(subject),
      by: keys.map(\.name),
      keys: keys.map { $0.rows(at: grouping.firstRows).values },
      sizes: grouping.sizes,
      results: results
    )
  }
}
