import Diagnostics
import Language

/// Finds the type of an expression and refuses operands that don't fit.
struct ExpressionTyping {
  let kinds: [String: ColumnKind]
  /// The columns in their order, for messages.
  let known: [String]

  /// An expression whose type is found, so that it isn't asked for again at every level above.
  struct Typed {
    let expression: Expression
    let type: ExpressionType
  }

  func typed(_ expression: Expression) throws(Diagnostic) -> Typed {
    Typed(expression: expression, type: try type(of: expression))
  }

  func type(of expression: Expression) throws(Diagnostic) -> ExpressionType {
    switch expression {
    case .literal(let value): return ExpressionType(value)
    case .column(let name):
      guard let kind = kinds[name] else { throw .unknownColumn(name, known: known) }
      return ExpressionType(kind)
    case .parameter(let name):
      throw Diagnostic(
        .usage,
        "'$\(name)' has no value",
        try: "param \(name) = 1",
        subject: "$" + name
      )
    case .userCall(let name, _):
      throw .unknown("function", name, known: Function.allCases.map(\.rawValue))
    case .negate(let operand):
      try require(typed(operand), "'-'", "a number") { $0.isNumeric }
      return .number
    case .not(let operand):
      try require(typed(operand), "'not'", "true or false") { $0 == .boolean }
      return .boolean
    case .arithmetic(let sign, let a, let b):
      try requireNumbers(sign, typed(a), typed(b))
      return .number
    case .comparison(let sign, let a, let b):
      try requireComparable(typed(a), typed(b), by: "'\(sign.rawValue)'")
      return .boolean
    case .and(let a, let b), .or(let a, let b):
      let word = if case .and = expression { "'and'" } else { "'or'" }
      try require(typed(a), word, "true or false") { $0 == .boolean }
      try require(typed(b), word, "true or false") { $0 == .boolean }
      return .boolean
    case .isMissing(let operand):
      _ = try type(of: operand)
      return .boolean
    case .isIn(let operand, let choices):
      let operand = try typed(operand)
      for choice in choices { try requireComparable(operand, typed(choice), by: "'in'") }
      return .boolean
    case .call(let function, let arguments):
      var operands: [Typed] = []
      for argument in arguments { operands.append(try typed(argument)) }
      return try type(of: function, operands)
    }
  }

  private func requireNumbers(
    _ sign: Expression.Arithmetic,
    _ a: Typed,
    _ b: Typed
  ) throws(Diagnostic) {
    if sign == .subtract, a.type == .datetime, b.type == .datetime {
      throw Diagnostic(
        .usage,
        "'-' takes numbers, found two datetimes: days(from, to) is what lies between them",
        subject: Self.subject(of: a.expression)
      )
    }
    for operand in [a, b] {
      try require(
        operand,
        "'\(sign.rawValue)'",
        "numbers",
        advice: sign == .add ? "concat(a, b) joins texts" : nil
      ) { $0.isNumeric }
    }
  }

  /// Missing fits everywhere.
  func require(
    _ operand: Typed,
    _ asker: String,
    _ expected: String,
    advice: String? = nil,
    _ fits: (ExpressionType) -> Bool
  ) throws(Diagnostic) {
    guard operand.type != .missing, !fits(operand.type) else { return }
    let tail = operand.type.isTextual ? advice.map { " (\($0))" } ?? "" : ""
    throw Diagnostic(
      .usage,
      "\(asker) takes \(expected), found \(Self.name(of: operand))\(tail)",
      subject: Self.subject(of: operand.expression)
    )
  }

  private func requireComparable(
    _ a: Typed,
    _ b: Typed,
    by asker: String
  ) throws(Diagnostic) {
    switch (a.type, b.type) {
    case (.missing, _), (_, .missing): return
    case (.datetime, .datetime): return
    case (let x, let y) where x.isNumeric && y.isNumeric: return
    case (let x, let y) where x.isTextual && y.isTextual: return
    case (.datetime, _): if try isDateLiteral(b.expression) { return }
    case (_, .datetime): if try isDateLiteral(a.expression) { return }
    // The levels of a category may be numbers: `risk = 1`.
    case (let x, .number) where x.isTextual: if Self.isNumberLiteral(b.expression) { return }
    case (.number, let y) where y.isTextual: if Self.isNumberLiteral(a.expression) { return }
    default: break
    }
    throw Diagnostic(
      .usage,
      "\(asker) can't compare \(Self.name(of: a)) with \(Self.name(of: b))",
      subject: Self.subject(of: b.expression) ?? Self.subject(of: a.expression)
    )
  }

  /// Whether it is a date written as a text; a text literal that is no date is refused.
  func isDateLiteral(_ expression: Expression) throws(Diagnostic) -> Bool {
    guard case .literal(.text(let text)) = expression else { return false }
    guard Instant(text) != nil else {
      throw Diagnostic(
        .usage,
        "'\(text)' is no date, expected one such as 2024-01-31",
        subject: text
      )
    }
    return true
  }

  private static func isNumberLiteral(_ expression: Expression) -> Bool {
    switch expression {
    case .literal(.integer), .literal(.number): true
    case .negate(let operand): isNumberLiteral(operand)
    default: false
    }
  }

  /// As it is called in a message.
  private static func name(of operand: Typed) -> String {
    switch operand.expression {
    case .column(let name): "\(operand.type.kind.rawValue) '\(name)'"
    case .literal(.text(let text)): "the text '\(text)'"
    case .literal(let value): "\(operand.type.kind.rawValue) \(value.plainText)"
    default: operand.type.withArticle
    }
  }

  static func subject(of expression: Expression) -> String? {
    switch expression {
    case .column(let name): name
    case .literal(.text(let text)): text
    default: nil
    }
  }
}
