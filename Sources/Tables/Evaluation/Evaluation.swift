package import Diagnostics
package import Language

/// What an expression gives on a table.
package struct Evaluation: Sendable {
  package var column: Column
  package var faults: ArithmeticFaults
}

extension Frame {
  /// The value of an expression in every row.
  ///
  /// A row's value depends on that row alone: one row gives what the whole table gives there. Text
  /// made from categories and literals is a category, any other is text.
  ///
  /// - Throws: `.data` for an unknown column, `.usage` for operands of the wrong kind, a parameter
  ///   or function that isn't bound, and a pattern that can't be read.
  package func evaluate(
    _ expression: Expression,
    named name: String = ""
  ) throws(Diagnostic) -> Evaluation {
    let types = ExpressionTyping(kinds: kinds, known: names)
    let type = try types.type(of: expression)
    var evaluator = Evaluator(frame: self, types: types)
    let operand = try evaluator.evaluate(expression)
    let column = operand.column(name, type: type, count: rowCount)
    return Evaluation(column: column, faults: evaluator.faults)
  }

  /// The rows where a condition is true; false and missing are no.
  package func condition(_ expression: Expression) throws(Diagnostic) -> [Bool] {
    try selection(expression).mask
  }

  /// The same with what could not be computed.
  package func selection(
    _ expression: Expression
  ) throws(Diagnostic) -> (mask: [Bool], faults: ArithmeticFaults) {
    let type = try ExpressionTyping(kinds: kinds, known: names).type(of: expression)
    guard type == .boolean || type == .missing else {
      throw Diagnostic(
        .usage,
        "a condition is true or false, found \(type.withArticle)",
        subject: ExpressionTyping.subject(of: expression)
      )
    }
    let evaluation = try evaluate(expression)
    guard case .booleans(let values) = evaluation.column.data else {
      return (Array(repeating: false, count: rowCount), evaluation.faults)
    }
    return (values.indices.map { values[$0] }, evaluation.faults)
  }

  /// The kind of an expression's values, found without computing any; an expression that is always
  /// missing is a number.
  package func kind(of expression: Expression) throws(Diagnostic) -> ColumnKind {
    try ExpressionTyping(kinds: kinds, known: names).type(of: expression).kind
  }

  private var kinds: [String: ColumnKind] {
    Dictionary(columns.map { ($0.name, $0.kind) }) { first, _ in first }
  }
}
