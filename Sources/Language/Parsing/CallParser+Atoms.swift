import Diagnostics

extension CallParser {
  mutating func atom() throws(Diagnostic) -> Argument {
    scanner.skipBlanks()
    let start = scanner.position
    switch scanner.current {
    case "`": return .name(try scanner.takeBacktickName())
    case "\"": return .value(.text(try scanner.takeText()))
    case "(":
      scanner.position += 1
      let inner = try expression()
      scanner.skipBlanks()
      guard scanner.take(")") else {
        throw Diagnostic(.usage, "the parenthesis isn't closed", at: Span(start, start + 1))
      }
      return .expression(inner)
    case ":": return try kind()
    case "$":
      scanner.position += 1
      return .parameter(scanner.takeWord())
    case ".":
      if scanner.take("..") { return .range(nil, try signedNumberOrDate()) }
    case "-":
      if scanner.peek(1).map(scanner.isDigit) != true, scanner.peek(1) != "." {
        scanner.position += 1
        let isTwice = scanner.current == "-"
        let inner = isTwice ? .word("-") : try atom()
        guard !isTwice, inner.columnPattern != nil else {
          throw Diagnostic(
            .usage,
            "'-' is followed by a column to leave out, found '\(inner.text)'",
            at: scanner.span(from: start)
          )
        }
        return .except(inner)
      }
      return try number()
    default: break
    }
    if scanner.isAtNumber { return try number() }
    let word = scanner.takeWord(allowing: "*")
    if word.contains("*") { return .glob(word) }
    guard Words.isBareWord(word) else {
      scanner.position = start
      throw Self.unexpected(scanner, expected: "a word, a number, a \"text\" or a `column`")
    }
    // A slash or a point begins a path, which people type without quotes.
    if let next = scanner.current, next == "/" || next == "\\" {
      throw Self.unquotedPath(scanner, from: start)
    }
    return .word(word)
  }

  mutating func number() throws(Diagnostic) -> Argument {
    let start = scanner.position
    let first = try signedNumberOrDate()
    if scanner.take("..") {
      let isOpen = scanner.current.map { $0 != "-" && !scanner.isDigit($0) && $0 != "." } ?? true
      return .range(first, isOpen ? nil : try signedNumberOrDate())
    }
    guard scanner.current == "/", let share = first.double else { return .value(first) }
    var shares = [share]
    while scanner.take("/") {
      guard scanner.isAtNumber, let share = try scanner.takeNumberOrDate().double else {
        throw Diagnostic(
          .usage,
          "a ratio is numbers with slashes between",
          at: scanner.span(from: start),
          try: "60/20/20"
        )
      }
      shares.append(share)
    }
    return .ratio(shares)
  }

  mutating func signedNumberOrDate() throws(Diagnostic) -> Value {
    let isNegative = scanner.take("-")
    guard scanner.isAtNumber else {
      throw Self.unexpected(scanner, expected: "a number")
    }
    switch try scanner.takeNumberOrDate() {
    case .integer(let value) where isNegative: return .integer(-value)
    case .number(let value) where isNegative: return .number(-value)
    case let value: return value
    }
  }

  mutating func kind() throws(Diagnostic) -> Argument {
    let start = scanner.position
    scanner.position += 1
    let word = scanner.takeWord()
    if word == "all" { return .all }
    if let kind = ColumnKind(rawValue: word) { return .kind(kind) }
    let known = ColumnKind.allCases.map(\.rawValue) + ["all"]
    var fault = Diagnostic.unknown("kind", word, known: known)
    fault.hint = fault.hint.map { ":" + $0 }
    throw fault.located(at: scanner.span(from: start))
  }

  mutating func expression() throws(Diagnostic) -> Expression {
    var parser = ExpressionParser(scanner)
    let expression = try parser.expression()
    scanner = parser.scanner
    return expression
  }
}
