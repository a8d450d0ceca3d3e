package import Diagnostics
package import Language

/// Evaluates expressions over groups of rows: one value a group.
package struct GroupComputation {
  private let frame: Frame
  private let groups: GroupOrder
  private let report: Report
  /// One row a group: the keys, and what has been computed so far, each under its own text.
  private var summary: Frame
  private var faults = ArithmeticFaults()

  /// - Parameter keys: the columns that the groups were made by.
  package init(
    _ frame: Frame,
    _ groups: GroupOrder,
    keys: [Column],
    report: Report
  ) throws(Diagnostic) {
    self.frame = frame
    self.groups = groups
    self.report = report
    summary = try Frame(
      keys.map { $0.rows(at: groups.grouping.firstRows) },
      rowNumbers: .range(0..<groups.groupCount)
    )
  }

  package mutating func evaluate(
    _ expression: Expression,
    named name: String
  ) throws(Diagnostic) -> Evaluation {
    let left = try resolved(expression)
    if let stray = left.columns.first(where: { !summary.hasColumn(named: $0) }) {
      _ = try frame.column(named: stray)
      throw Diagnostic(
        .usage,
        "'\(stray)' has a value a row, one a group was expected",
        try: "mean(\(Words.quotedName(stray)))",
        subject: stray
      )
    }
    var evaluation = try summary.evaluate(left, named: name)
    evaluation.faults += faults
    return evaluation
  }

  private mutating func resolved(_ expression: Expression) throws(Diagnostic) -> Expression {
    guard case .call(let function, let arguments) = expression,
      function.isAggregate(argumentCount: arguments.count)
    else {
      if case .call(let function, _) = expression, function.looksAcrossRows {
        throw Diagnostic(
          .usage,
          "\(function.rawValue)() has a value a row, one a group was expected",
          try: "compute NAME = \(expression.text)",
          subject: function.rawValue
        )
      }
      return try expression.mappingChildren { (child) throws(Diagnostic) in try resolved(child) }
    }
    var operand: Column?
    if let first = arguments.first {
      let evaluation = try frame.evaluate(first, named: first.text)
      faults += evaluation.faults
      operand = evaluation.column
    }
    var name = expression.text
    while summary.hasColumn(named: name) { name += "'" }
    let column = try groups.aggregated(function, of: operand, report: report)
    summary = try summary.adding(column.renamed(name))
    return .column(name)
  }
}
