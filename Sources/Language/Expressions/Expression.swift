/// What a row is asked: a tree over columns and literals.
package indirect enum Expression: Hashable, Sendable {
  case literal(Value)
  case column(String)
  /// `$name`, bound before anything is evaluated.
  case parameter(String)
  case negate(Expression)
  case not(Expression)
  case arithmetic(Arithmetic, Expression, Expression)
  case comparison(Comparison, Expression, Expression)
  /// Three-valued: false beats missing.
  case and(Expression, Expression)
  /// Three-valued: true beats missing.
  case or(Expression, Expression)
  case isMissing(Expression)
  case isIn(Expression, [Expression])
  case call(Function, [Expression])
  /// A function made by `define`, expanded before anything is evaluated.
  case userCall(String, [Expression])

  package enum Arithmetic: String, Hashable, Sendable, CaseIterable {
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
    /// The sign of the result is the divisor's.
    case modulo = "%"
    case power = "^"
  }

  package enum Comparison: String, Hashable, Sendable, CaseIterable {
    case equal = "="
    case unequal = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
  }
}

extension Expression {
  /// The expressions directly below this one, in the order in which they are written.
  package var children: [Expression] {
    switch self {
    case .literal, .column, .parameter: []
    case .negate(let operand), .not(let operand), .isMissing(let operand): [operand]
    case .arithmetic(_, let a, let b), .comparison(_, let a, let b), .and(let a, let b),
      .or(let a, let b):
      [a, b]
    case .isIn(let operand, let choices): [operand] + choices
    case .call(_, let arguments), .userCall(_, let arguments): arguments
    }
  }

  /// The same expression with each direct child replaced by `transform`'s answer.
  package func mappingChildren<Failure>(
    _ transform: (Expression) throws(Failure) -> Expression
  ) throws(Failure) -> Expression {
    func each(_ list: [Expression]) throws(Failure) -> [Expression] {
      var mapped: [Expression] = []
      for item in list { mapped.append(try transform(item)) }
      return mapped
    }
    switch self {
    case .literal, .column, .parameter: return self
    case .negate(let operand): return .negate(try transform(operand))
    case .not(let operand): return .not(try transform(operand))
    case .isMissing(let operand): return .isMissing(try transform(operand))
    case .arithmetic(let sign, let a, let b):
      return .arithmetic(sign, try transform(a), try transform(b))
    case .comparison(let sign, let a, let b):
      return .comparison(sign, try transform(a), try transform(b))
    case .and(let a, let b): return .and(try transform(a), try transform(b))
    case .or(let a, let b): return .or(try transform(a), try transform(b))
    case .isIn(let operand, let choices): return .isIn(try transform(operand), try each(choices))
    case .call(let function, let arguments): return .call(function, try each(arguments))
    case .userCall(let name, let arguments): return .userCall(name, try each(arguments))
    }
  }

  /// The columns it reads, each once, in the order of their first mention.
  package var columns: [String] {
    var seen: Set<String> = []
    var names: [String] = []
    func visit(_ expression: Expression) {
      if case .column(let name) = expression, seen.insert(name).inserted { names.append(name) }
      for child in expression.children { visit(child) }
    }
    visit(self)
    return names
  }

  /// The same expression reading column `new` wherever it read `old`.
  package func renaming(_ old: String, to new: String) -> Expression {
    if case .column(old) = self { return .column(new) }
    return mappingChildren { $0.renaming(old, to: new) }
  }
}
