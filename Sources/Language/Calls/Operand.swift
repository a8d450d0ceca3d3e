/// What a look is asked to show: columns, or an expression that joins no recipe.
package enum Operand: Hashable, Sendable {
  case columns(ColumnPattern)
  case expression(Expression)

  package init?(_ argument: Argument) {
    if case .expression(let expression) = argument {
      // A name in parentheses is the column itself.
      if case .column(let name) = expression {
        self = .columns(.name(name))
      } else {
        self = .expression(expression)
      }
    } else if let pattern = argument.columnPattern {
      self = .columns(pattern)
    } else {
      return nil
    }
  }
}
