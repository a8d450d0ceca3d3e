import Diagnostics

extension CallParser {
  mutating func definition(
    _ signature: Signature
  ) throws(Diagnostic) -> Call.Definition {
    scanner.skipBlanks()
    let start = scanner.position
    let name: String
    let isColumn = signature.tail == .definition || signature.tail == .computation
    if scanner.current == "`", isColumn {
      name = try scanner.takeBacktickName()
    } else {
      name = scanner.takeWord()
    }
    guard Words.isBareWord(name) || isColumn && !name.isEmpty else {
      throw Self.needsForm(signature, at: Span(start, scanner.position))
    }
    let parameters = signature.tail == .function ? try parameters(signature) : nil
    scanner.skipBlanks()
    guard scanner.take("=") else {
      throw Self.needsForm(signature, at: Span(scanner.position, scanner.position))
    }
    scanner.skipBlanks()
    if signature.tail == .parameter {
      return Call.Definition(name: name, body: .value(try listOrAtom()))
    }
    return Call.Definition(
      name: name,
      parameters: parameters,
      body: .expression(try expression())
    )
  }

  mutating func parameters(_ signature: Signature) throws(Diagnostic) -> [String] {
    scanner.skipBlanks()
    let start = scanner.position
    guard scanner.take("(") else {
      throw Self.needsForm(signature, at: Span(start, start))
    }
    var names: [String] = []
    scanner.skipBlanks()
    if scanner.take(")") { return names }
    while true {
      scanner.skipBlanks()
      let name = scanner.takeWord()
      guard Words.isBareWord(name), !Words.reserved.contains(name) else {
        throw Self.needsForm(signature, at: scanner.span(from: start))
      }
      names.append(name)
      scanner.skipBlanks()
      if scanner.take(")") { return names }
      guard scanner.take(",") else {
        throw Self.needsForm(signature, at: scanner.span(from: start))
      }
    }
  }

  /// `NAME=EXPR` or `EXPR`; nil where what stands here is neither but a plain argument.
  mutating func namedExpression() throws(Diagnostic) -> Argument? {
    let start = scanner
    var name: String?
    if scanner.current == "`" {
      name = try scanner.takeBacktickName()
    } else if Words.isBareWord(scanner.peekWord()) {
      name = scanner.takeWord()
    }
    if name != nil, scanner.current == "=", scanner.peek(1) != "=" {
      scanner.position += 1
      guard let next = scanner.current, next != " " else {
        throw Diagnostic(
          .usage,
          "'\(name ?? "")=' has nothing after it",
          at: Span(scanner.position - 1, scanner.position)
        )
      }
    } else {
      let isCall = scanner.current == "("
      scanner = start
      guard isCall else { return nil }
      name = nil
    }
    return .definition(name, try expression())
  }
}
