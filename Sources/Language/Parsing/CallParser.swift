package import Diagnostics

/// A call with the places of its words.
package struct ParsedCall: Hashable, Sendable {
  package var call: Call
  /// Where each name, word and text stands, in the order of the line.
  package var mentions: [Mention]
  package var comment: String?

  /// The fault with its place: where its subject stands in the line, unless it knows already.
  package func located(_ fault: Diagnostic) -> Diagnostic {
    guard fault.span == nil, let subject = fault.subject else { return fault }
    if let mention = mentions.first(where: { $0.text == subject || $0.text == "-" + subject }) {
      return fault.located(at: mention.span)
    }
    // An option by its name alone.
    let start = mentions.first { $0.text.hasPrefix(subject + "=") }?.span.start
    return fault.located(at: start.map { Span($0, $0 + subject.unicodeScalars.count) })
  }
}

/// Reads one line into a call: `verb positional… [key=value…] [by columns…] [where expression]`.
package struct CallParser {
  var scanner: Scanner
  private let signatures: [String: Signature]

  private init(_ text: String, _ signatures: [String: Signature]) {
    scanner = Scanner(text)
    self.signatures = signatures
  }

  /// - Parameter signatures: every verb by its word.
  package static func parse(
    _ text: String,
    signatures: [String: Signature]
  ) throws(Diagnostic) -> ParsedCall {
    var parser = CallParser(text, signatures)
    let call = try parser.call()
    return ParsedCall(
      call: call,
      mentions: parser.scanner.mentions,
      comment: parser.comment
    )
  }

  /// Reads an expression that stands alone.
  package static func parseExpression(_ text: String) throws(Diagnostic) -> Expression {
    var parser = ExpressionParser(Scanner(text))
    let expression = try parser.expression()
    guard parser.scanner.isAtEnd() else {
      throw unexpected(parser.scanner, expected: "an operator or the end")
    }
    return expression
  }

  var comment: String? {
    guard scanner.current == "#" else { return nil }
    var rest = scanner
    rest.position = rest.scalars.count
    return rest.text(from: scanner.position)
  }

  mutating func call() throws(Diagnostic) -> Call {
    scanner.skipBlanks()
    let start = scanner.position
    let verb = scanner.takeWord()
    guard Words.isBareWord(verb), let signature = signatures[verb] else {
      throw Self.unknownVerb(
        verb.isEmpty ? scanner.found() : verb,
        at: start,
        known: signatures.keys.sorted()
      )
    }
    var call = Call(verb)
    switch signature.tail {
    case .none: break
    case .expression: call.expression = try expression()
    case .definition, .computation, .function, .parameter:
      call.definition = try definition(signature)
    }
    try clauses(of: &call, signature)
    return call
  }

  mutating func clauses(
    of call: inout Call,
    _ signature: Signature
  ) throws(Diagnostic) {
    while !scanner.isAtEnd() {
      let start = scanner.position
      switch scanner.peekWord() {
      case "by":
        _ = scanner.takeWord()
        try refuse(!signature.takesGroups, "by", signature, from: start)
        call.groups = try groups(from: start)
      case "where":
        _ = scanner.takeWord()
        try refuse(!signature.takesCondition, "where", signature, from: start)
        call.condition = try expression()
        guard scanner.isAtEnd() else {
          throw Self.unexpected(scanner, expected: "an operator or the end of the line")
        }
      default:
        if let option = try option(of: signature) {
          guard !call.options.contains(where: { $0.name == option.name }) else {
            throw Diagnostic(
              .usage,
              "\(option.name)= stands twice",
              at: scanner.span(from: start)
            )
          }
          call.options.append(option)
        } else {
          guard signature.tail == .none else {
            throw Self.unexpected(scanner, expected: "an operator or the end of the line")
          }
          call.arguments.append(try positional(of: signature))
        }
      }
    }
  }

  func refuse(
    _ isRefused: Bool,
    _ word: String,
    _ signature: Signature,
    from start: Int
  ) throws(Diagnostic) {
    guard isRefused else { return }
    throw Diagnostic(
      .usage,
      "\(signature.word) takes no '\(word)' (its form: \(signature.usage))",
      at: scanner.span(from: start)
    )
  }

  mutating func groups(from start: Int) throws(Diagnostic) -> [Argument] {
    var groups: [Argument] = []
    while !scanner.isAtEnd(), scanner.peekWord() != "where", !isAtOption {
      groups.append(try atom())
    }
    guard !groups.isEmpty else {
      throw Diagnostic(
        .usage,
        "'by' is followed by columns",
        at: scanner.span(from: start)
      )
    }
    return groups
  }

  var isAtOption: Bool {
    let word = scanner.peekWord()
    return Words.isBareWord(word)
      && scanner.peek(word.unicodeScalars.count) == "="
      && scanner.peek(word.unicodeScalars.count + 1) != "="
  }

  mutating func option(
    of signature: Signature
  ) throws(Diagnostic) -> Call.Option? {
    guard isAtOption else { return nil }
    let name = scanner.peekWord()
    let known = signature.option(named: name)
    let takesPairs = signature.positionals.contains {
      $0.kind == .pairs || $0.kind == .definitions
    }
    if known == nil, takesPairs { return nil }
    let start = scanner.position
    _ = scanner.takeWord()
    if known == nil, !signature.takesForeignOptions {
      throw Self.unknownOption(name, signature, at: scanner.span(from: start))
    }
    scanner.position += 1
    guard !scanner.isAtEnd(), scanner.peek(-1) == "=" else {
      throw Diagnostic(
        .usage,
        "\(name)= has no value",
        at: scanner.span(from: start),
        try: known.map { "\(name)=\($0.form)" }
      )
    }
    if known?.kind == .expression {
      return Call.Option(name, .expression(try expression()))
    }
    let value = try known?.kind == .keys ? keys() : listOrAtom()
    let text = value.text
    if case .expression = value {
      throw Diagnostic(
        .usage,
        "\(name)= takes no expression, found \(text)",
        at: scanner.span(from: start),
        try: known.map { "\(name)=\($0.form)" }
      )
    }
    scanner.mention("\(name)=\(text)", from: start)
    return Call.Option(name, value)
  }

  mutating func positional(of signature: Signature) throws(Diagnostic) -> Argument {
    let takesDefinitions = signature.positionals.contains { $0.kind == .definitions }
    if takesDefinitions, let definition = try namedExpression() { return definition }
    return try pairOrAtom()
  }

  mutating func pairOrAtom() throws(Diagnostic) -> Argument {
    let old = try atom()
    guard scanner.current == "=", scanner.peek(1) != "=" else { return old }
    scanner.position += 1
    guard let next = scanner.current, next != " " else {
      throw Diagnostic(
        .usage,
        "'\(old.text)=' has nothing after it",
        at: Span(scanner.position - 1, scanner.position)
      )
    }
    return .pair(old, try atom())
  }

  mutating func listOrAtom() throws(Diagnostic) -> Argument {
    var items = [try atom()]
    while scanner.take(",") { items.append(try atom()) }
    return items.count == 1 ? items[0] : .list(items)
  }

  /// The value of an option that takes columns of two tables.
  mutating func keys() throws(Diagnostic) -> Argument {
    var items = [try pairOrAtom()]
    while scanner.take(",") { items.append(try pairOrAtom()) }
    return items.count == 1 ? items[0] : .list(items)
  }
}

extension CallParser {
  private static func unknownVerb(_ word: String, at start: Int, known: [String]) -> Diagnostic {
    let near = nearest(to: word, in: known)
    let message = near == nil ? "no verb '\(word)' (help lists them)" : "no verb '\(word)'"
    return Diagnostic(
      .usage,
      message,
      at: Span(start, start + word.unicodeScalars.count),
      try: near
    )
  }

  private static func unknownOption(
    _ name: String,
    _ signature: Signature,
    at span: Span
  ) -> Diagnostic {
    let known = signature.options.map(\.name)
    return Diagnostic.unknown("option", name, in: "of \(signature.word)", known: known)
      .located(at: span)
  }

  static func needsForm(_ signature: Signature, at span: Span) -> Diagnostic {
    Diagnostic(
      .usage,
      "\(signature.word) has the form \(signature.usage)",
      at: span,
      try: signature.examples.first?.line
    )
  }

  static func unexpected(_ scanner: Scanner, expected: String) -> Diagnostic {
    let found = scanner.found()
    let length = found.unicodeScalars.count
    return Diagnostic(
      .usage,
      found.isEmpty
        ? "the line ends where \(expected) was expected"
        : "expected \(expected), found '\(found)'",
      at: Span(scanner.position, scanner.position + length)
    )
  }

  static func unquotedPath(_ scanner: Scanner, from start: Int) -> Diagnostic {
    var end = start
    while end < scanner.scalars.count, scanner.scalars[end] != " " { end += 1 }
    var whole = scanner
    whole.position = end
    return Diagnostic(
      .usage,
      "a path stands in quotes",
      at: Span(start, end),
      try: Words.quotedText(whole.text(from: start))
    )
  }
}
