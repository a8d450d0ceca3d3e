import Diagnostics

/// Reads expressions by recursive descent: or, and, not, comparison, sum, product, sign, power.
///
/// An expression ends where no operator follows: at `by`, `where`, an option, a comma, a closing
/// parenthesis or a comment.
struct ExpressionParser {
  var scanner: Scanner
  private var depth = 0
  private var operatorCount = 0

  init(_ scanner: Scanner) { self.scanner = scanner }

  /// Deeper nesting than any person writes; keeps hostile input off the stack's end.
  private static let deepest = 200

  mutating func expression() throws(Diagnostic) -> Expression {
    depth += 1
    defer { depth -= 1 }
    guard depth < Self.deepest else {
      throw Diagnostic(
        .usage,
        "the expression is nested more than \(Self.deepest) deep",
        at: Span(scanner.position, scanner.position)
      )
    }
    var left = try conjunction()
    while takeKeyword("or") {
      try countOperator()
      left = .or(left, try conjunction())
    }
    return left
  }

  /// A chain of operators is a tree as deep as it is long.
  private static let mostOperators = 1000

  private mutating func countOperator() throws(Diagnostic) {
    operatorCount += 1
    guard operatorCount <= Self.mostOperators else {
      throw Diagnostic(
        .usage,
        "the expression has more than \(Self.mostOperators) operators",
        at: Span(scanner.position, scanner.position)
      )
    }
  }

  private mutating func conjunction() throws(Diagnostic) -> Expression {
    var left = try negation()
    while takeKeyword("and") {
      try countOperator()
      left = .and(left, try negation())
    }
    return left
  }

  private mutating func negation() throws(Diagnostic) -> Expression {
    guard takeKeyword("not") else { return try comparison() }
    depth += 1
    defer { depth -= 1 }
    guard depth < Self.deepest else { return try expression() }
    return .not(try negation())
  }

  private mutating func comparison() throws(Diagnostic) -> Expression {
    let left = try sum()
    if takeKeyword("is") {
      let isNegated = takeKeyword("not")
      try expectKeyword("missing", after: "is")
      return isNegated ? .not(.isMissing(left)) : .isMissing(left)
    }
    if takeKeyword("in") { return .isIn(left, try choices()) }
    if isAtKeywords("not", "in") {
      _ = takeKeyword("not")
      _ = takeKeyword("in")
      return .not(.isIn(left, try choices()))
    }
    guard let sign = takeComparison() else { return left }
    let right = try sum()
    let start = scanner.position
    if takeComparison() != nil {
      throw Diagnostic(
        .usage,
        "comparisons can't be chained",
        at: scanner.span(from: start),
        try: "\(Expression.comparison(sign, left, right).text) and …"
      )
    }
    return .comparison(sign, left, right)
  }

  private mutating func takeComparison() -> Expression.Comparison? {
    scanner.skipBlanks()
    let signs: [(String, Expression.Comparison)] = [
      ("<=", .lessOrEqual), (">=", .greaterOrEqual), ("!=", .unequal), ("==", .equal),
      ("<", .less), (">", .greater), ("=", .equal),
    ]
    for (text, sign) in signs where scanner.take(text) { return sign }
    return nil
  }

  private mutating func choices() throws(Diagnostic) -> [Expression] {
    scanner.skipBlanks()
    guard scanner.take("(") else {
      throw Diagnostic(
        .usage,
        "'in' is followed by a list in parentheses, found '\(scanner.found())'",
        at: Span(scanner.position, scanner.position),
        try: "in (\"a\", \"b\")"
      )
    }
    return try list(closing: "in")
  }

  private mutating func sum() throws(Diagnostic) -> Expression {
    var left = try product()
    while true {
      scanner.skipBlanks()
      if scanner.take("+") {
        try countOperator()
        left = .arithmetic(.add, left, try product())
      } else if scanner.take("-") {
        try countOperator()
        left = .arithmetic(.subtract, left, try product())
      } else {
        return left
      }
    }
  }

  private mutating func product() throws(Diagnostic) -> Expression {
    var left = try sign()
    while true {
      scanner.skipBlanks()
      if scanner.take("*") {
        try countOperator()
        left = .arithmetic(.multiply, left, try sign())
      } else if scanner.take("/") {
        try countOperator()
        left = .arithmetic(.divide, left, try sign())
      } else if scanner.take("%") {
        try countOperator()
        left = .arithmetic(.modulo, left, try sign())
      } else {
        return left
      }
    }
  }

  private mutating func sign() throws(Diagnostic) -> Expression {
    scanner.skipBlanks()
    guard scanner.take("-") else { return try power() }
    depth += 1
    defer { depth -= 1 }
    guard depth < Self.deepest else { return try expression() }
    switch try sign() {
    case .literal(.integer(let value)) where value != .min: return .literal(.integer(-value))
    case .literal(.number(let value)): return .literal(.number(-value))
    case let operand: return .negate(operand)
    }
  }

  /// Right-associative, and tighter than a sign on its left: −x^2 is −(x^2).
  private mutating func power() throws(Diagnostic) -> Expression {
    let base = try primary()
    scanner.skipBlanks()
    guard scanner.take("^") else { return base }
    try countOperator()
    depth += 1
    defer { depth -= 1 }
    guard depth < Self.deepest else { return try expression() }
    return .arithmetic(.power, base, try sign())
  }

  private mutating func primary() throws(Diagnostic) -> Expression {
    scanner.skipBlanks()
    let start = scanner.position
    switch scanner.current {
    case "(":
      scanner.position += 1
      let inner = try expression()
      scanner.skipBlanks()
      guard scanner.take(")") else { throw missingParenthesis(from: start) }
      return inner
    case "`": return .column(try scanner.takeBacktickName())
    case "\"": return .literal(.text(try scanner.takeText()))
    case "$":
      scanner.position += 1
      let name = scanner.takeWord()
      guard !name.isEmpty else {
        throw Diagnostic(.usage, "'$' is followed by a param's name", at: Span(start, start + 1))
      }
      return .parameter(name)
    default: break
    }
    if scanner.isAtNumber { return .literal(try scanner.takeNumberOrDate()) }
    let word = scanner.peekWord()
    switch word {
    case "": throw expectedOperand(at: start)
    case "and", "or", "is", "in", "by", "where": throw expectedOperand(at: start)
    case "missing":
      _ = scanner.takeWord()
      return .literal(.missing)
    case "true", "yes", "false", "no":
      _ = scanner.takeWord()
      return .literal(.boolean(word == "true" || word == "yes"))
    default: break
    }
    guard Words.isBareWord(word) else { throw expectedOperand(at: start) }
    _ = scanner.takeWord()
    guard scanner.current == "(" else { return .column(word) }
    return try call(word, from: start)
  }

  private mutating func call(_ name: String, from start: Int) throws(Diagnostic) -> Expression {
    let nameSpan = scanner.span(from: start)
    scanner.position += 1
    let arguments = try list(closing: name)
    guard let function = Function(rawValue: name) else { return .userCall(name, arguments) }
    guard function.arity.contains(arguments.count) else {
      let form = "\(name)(\(function.parameters.joined(separator: ", ")))"
      throw Diagnostic(
        .usage,
        "\(name) takes \(Self.count(function.arity)), found \(arguments.count)",
        at: nameSpan,
        try: form
      )
    }
    return .call(function, arguments)
  }

  private static func count(_ arity: ClosedRange<Int>) -> String {
    let noun = arity.upperBound == 1 ? "argument" : "arguments"
    return arity.lowerBound == arity.upperBound
      ? "\(arity.lowerBound) \(noun)" : "\(arity.lowerBound) to \(arity.upperBound) \(noun)"
  }

  /// Expressions up to the closing parenthesis; the opening one has been taken.
  private mutating func list(closing what: String) throws(Diagnostic) -> [Expression] {
    let start = scanner.position - 1
    var items: [Expression] = []
    scanner.skipBlanks()
    if scanner.take(")") { return items }
    while true {
      items.append(try expression())
      scanner.skipBlanks()
      if scanner.take(")") { return items }
      guard scanner.take(",") else { throw missingParenthesis(from: start) }
    }
  }

  // MARK: Keywords

  private mutating func takeKeyword(_ word: String) -> Bool {
    scanner.skipBlanks()
    guard scanner.peekWord() == word else { return false }
    // `in(…)` and `not(…)` are keywords too: no function has these names.
    scanner.position += word.unicodeScalars.count
    return true
  }

  private mutating func isAtKeywords(_ first: String, _ second: String) -> Bool {
    let start = scanner.position
    defer { scanner.position = start }
    return takeKeyword(first) && takeKeyword(second)
  }

  private mutating func expectKeyword(_ word: String, after: String) throws(Diagnostic) {
    let start = scanner.position
    guard takeKeyword(word) else {
      throw Diagnostic(
        .usage,
        "'\(after)' is followed by '\(word)', found '\(scanner.found())'",
        at: Span(start, start),
        try: "\(after) \(word)"
      )
    }
  }

  // MARK: Faults

  private func expectedOperand(at start: Int) -> Diagnostic {
    let found = scanner.found()
    let message =
      found.isEmpty
      ? "the expression ends where a column, a number or a text was expected"
      : "expected a column, a number or a text, found '\(found)'"
    let end = start + (found.isEmpty ? 0 : found.unicodeScalars.count)
    return Diagnostic(.usage, message, at: Span(start, end))
  }

  private mutating func missingParenthesis(from start: Int) -> Diagnostic {
    scanner.skipBlanks()
    let found = scanner.found()
    return Diagnostic(
      .usage,
      found.isEmpty
        ? "the parenthesis isn't closed" : "expected ',' or ')', found '\(found)'",
      at: found.isEmpty
        ? Span(start, start + 1)
        : Span(scanner.position, scanner.position + found.unicodeScalars.count)
    )
  }
}
