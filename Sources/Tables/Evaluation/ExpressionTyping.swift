import Diagnostics
import Language

/// Finds the type of an expression and refuses operands that don't fit.
struct ExpressionTyping {
  let kinds: [String: ColumnKind]
  /// The columns in their order, for messages.
  let known: [String]

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
      try require(operand, "'-'", "a number") { $0.isNumeric }
      return .number
    case .not(let operand):
      try require(operand, "'not'", "true or false") { $0 == .boolean }
      return .boolean
    case .arithmetic(let sign, let a, let b):
      try requireNumbers(sign, a, b)
      return .number
    case .comparison(let sign, let a, let b):
      try requireComparable(a, b, by: "'\(sign.rawValue)'")
      return .boolean
    case .and(let a, let b), .or(let a, let b):
      let word = if case .and = expression { "'and'" } else { "'or'" }
      try require(a, word, "true or false") { $0 == .boolean }
      try require(b, word, "true or false") { $0 == .boolean }
      return .boolean
    case .isMissing(let operand):
      _ = try type(of: operand)
      return .boolean
    case .isIn(let operand, let choices):
      for choice in choices { try requireComparable(operand, choice, by: "'in'") }
      return .boolean
    case .call(let function, let arguments): return try type(of: function, arguments)
    }
  }

  private func requireNumbers(
    _ sign: Expression.Arithmetic,
    _ a: Expression,
    _ b: Expression
  ) throws(Diagnostic) {
    let types = (try type(of: a), try type(of: b))
    if sign == .subtract, types.0 == .datetime, types.1 == .datetime {
      throw Diagnostic(
        .usage,
        "'-' takes numbers, found two datetimes: days(from, to) is what lies between them",
        subject: Self.subject(of: a)
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
    _ operand: Expression,
    _ asker: String,
    _ expected: String,
    advice: String? = nil,
    _ fits: (ExpressionType) -> Bool
  ) throws(Diagnostic) {
    let found = try type(of: operand)
    guard found != .missing, !fits(found) else { return }
    let tail = found.isTextual ? advice.map { " (\($0))" } ?? "" : ""
    throw Diagnostic(
      .usage,
      "\(asker) takes \(expected), found \(Self.name(of: operand, found))\(tail)",
      subject: Self.subject(of: operand)
    )
  }

  func requireComparable(
    _ a: Expression,
    _ b: Expression,
    by asker: String
  ) throws(Diagnostic) {
    let types = (try type(of: a), try type(of: b))
    switch types {
    case (.missing, _), (_, .missing): return
    case (.datetime, .datetime): return
    case (let x, let y) where x.isNumeric && y.isNumeric: return
    case (let x, let y) where x.isTextual && y.isTextual: return
    case (.datetime, _): if try isDateLiteral(b) { return }
    case (_, .datetime): if try isDateLiteral(a) { return }
    // The levels of a category may be numbers: `risk = 1`.
    case (let x, .number) where x.isTextual: if Self.isNumberLiteral(b) { return }
    case (.number, let y) where y.isTextual: if Self.isNumberLiteral(a) { return }
    default: break
    }
    throw Diagnostic(
      .usage,
      "\(asker) can't compare \(Self.name(of: a, types.0)) with \(Self.name(of: b, types.1))",
      subject: Self.subject(of: b) ?? Self.subject(of: a)
    )
  }

  /// - Throws: `.usage` for a text literal that isn't a date.
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
  private static func name(of expression: Expression, _ type: ExpressionType) -> String {
    switch expression {
    case .column(let name): "\(type.kind.rawValue) '\(name)'"
    case .literal(.text(let text)): "the text '\(text)'"
    case .literal(let value): "\(type.kind.rawValue) \(value.plainText)"
    default: type.withArticle
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
