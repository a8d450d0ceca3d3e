package import Diagnostics
package import Language

/// Evaluates expressions whose functions may look at other rows of the group: one value a row.
///
/// Each such function is computed for itself, from the inside out, and stands as a column in what
/// is left of the expression.
package struct RowComputation {
  private let groups: GroupOrder
  private let report: Report
  /// The table with what has been computed so far, each under its own text.
  private var frame: Frame
  private var faults = ArithmeticFaults()

  package init(_ frame: Frame, _ groups: GroupOrder, report: Report) {
    self.frame = frame
    self.groups = groups
    self.report = report
  }

  package mutating func evaluate(
    _ expression: Expression,
    named name: String
  ) throws(Diagnostic) -> Evaluation {
    let left = try resolved(expression)
    var evaluation = try frame.evaluate(left, named: name)
    evaluation.faults += faults
    return evaluation
  }

  private mutating func resolved(_ expression: Expression) throws(Diagnostic) -> Expression {
    let inner = try expression.mappingChildren { (child) throws(Diagnostic) in
      try resolved(child)
    }
    guard case .call(let function, let arguments) = inner,
      function.looksAcrossRows || function.isAggregate(argumentCount: arguments.count)
    else { return inner }
    var name = expression.text
    // The text of an expression can be the name of a column that is there.
    while frame.hasColumn(named: name) { name += "'" }
    let column = try column(of: function, arguments).renamed(name)
    frame = try frame.adding(column)
    return .column(name)
  }

  private mutating func column(
    of function: Function,
    _ arguments: [Expression]
  ) throws(Diagnostic) -> Column {
    var operand: Column?
    if let first = arguments.first {
      let evaluation = try frame.evaluate(first, named: first.text)
      faults += evaluation.faults
      operand = evaluation.column
    }
    if function.isAggregate(argumentCount: arguments.count) {
      return groups.spread(try groups.aggregated(function, of: operand, report: report))
    }
    guard let operand else {
      throw Diagnostic(.internal, "\(function.rawValue)() without an argument")
    }
    switch function {
    case .lag: return groups.shifted(operand, by: try distance(of: function, arguments))
    case .lead: return groups.shifted(operand, by: try -distance(of: function, arguments))
    case .diff: return try difference(operand, try distance(of: function, arguments))
    case .rank: return groups.ranks(of: operand)
    default: return try groups.running(function, of: operand)
    }
  }

  private func distance(
    of function: Function,
    _ arguments: [Expression]
  ) throws(Diagnostic) -> Int {
    guard arguments.count > 1 else { return 1 }
    guard case .literal(.integer(let distance)) = arguments[1], distance > 0,
      distance <= Int64(Int32.max)
    else {
      throw Diagnostic(
        .usage,
        "\(function.rawValue)() takes a whole number of at least 1 as its second argument, "
          + "found '\(arguments[1].text)'",
        subject: function.rawValue
      )
    }
    return Int(distance)
  }

  private mutating func difference(
    _ column: Column,
    _ distance: Int
  ) throws(Diagnostic) -> Column {
    let now = column.renamed("now")
    let pair = try Frame([now, groups.shifted(now, by: distance).renamed("before")])
    guard column.kind == .number || column.kind == .boolean || column.kind == .datetime else {
      throw Diagnostic(
        .usage,
        "diff() takes numbers or datetimes, '\(column.name)' is \(column.kind.withArticle)",
        subject: column.name
      )
    }
    let isTime = column.kind == .datetime
    let evaluation = try pair.evaluate(
      isTime
        ? .call(.days, [.column("before"), .column("now")])
        : .arithmetic(.subtract, .column("now"), .column("before"))
    )
    faults += evaluation.faults
    return evaluation.column
  }
}
