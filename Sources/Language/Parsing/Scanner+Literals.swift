import Diagnostics

extension Scanner {
  /// A name in backticks; the opening one stands here.
  mutating func takeBacktickName() throws(Diagnostic) -> String {
    let name = try takeQuoted("`", what: "name")
    guard !name.isEmpty else {
      throw Diagnostic(.usage, "a column's name can't be empty", at: Span(position - 2, position))
    }
    return name
  }

  /// A text in double quotes; the opening one stands here.
  mutating func takeText() throws(Diagnostic) -> String { try takeQuoted("\"", what: "text") }

  private mutating func takeQuoted(
    _ quote: Unicode.Scalar,
    what: String
  ) throws(Diagnostic) -> String {
    let start = position
    position += 1
    var text = ""
    while let scalar = current {
      position += 1
      switch scalar {
      case quote:
        // A backtick inside a name is doubled; a quote inside a text has a backslash.
        guard quote == "`", current == "`" else {
          mention(text, from: start)
          return text
        }
        position += 1
        text.unicodeScalars.append("`")
      case "\\":
        text.unicodeScalars.append(try takeEscaped())
      default: text.unicodeScalars.append(scalar)
      }
    }
    throw Diagnostic(
      .usage,
      "the \(what) has no closing \(quote)",
      at: Span(start, position),
      try: self.text(from: start) + String(quote)
    )
  }

  private mutating func takeEscaped() throws(Diagnostic) -> Unicode.Scalar {
    let scalar = current
    position += scalar == nil ? 0 : 1
    switch scalar {
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "\"", "\\", "`": return scalar ?? "\\"
    default:
      throw Diagnostic(
        .usage,
        "a backslash is followed by one of n r t \" \\ (for the backslash itself: \\\\)",
        at: Span(max(0, position - 2), position)
      )
    }
  }

  /// Whether a number begins here: a digit, or a point before one.
  var isAtNumber: Bool {
    guard let scalar = current else { return false }
    return isDigit(scalar) || scalar == "." && peek(1).map(isDigit) == true
  }

  func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  /// A number or a date without a sign: `12`, `3.5`, `1e-3`, `2024-01-31`, `2024-01-31T12:30:00Z`.
  mutating func takeNumberOrDate() throws(Diagnostic) -> Value {
    let start = position
    if let date = takeDate() { return date }
    var isWhole = true
    takeDigits()
    if current == ".", peek(1) != ".", peek(1).map(isDigit) == true {
      isWhole = false
      position += 1
      takeDigits()
    }
    if current == "e" || current == "E" {
      let sign = peek(1) == "+" || peek(1) == "-" ? 1 : 0
      if peek(1 + sign).map(isDigit) == true {
        isWhole = false
        position += 1 + sign
        takeDigits()
      }
    }
    let text = text(from: start)
    if !peekWord().isEmpty {
      let word = text + takeWord()
      throw Diagnostic(
        .usage,
        "'\(word)' is neither a number nor a bare name (names begin with a letter)",
        at: span(from: start),
        try: "`\(word)`"
      )
    }
    mention(text, from: start)
    if isWhole, let integer = Int64(text) { return .integer(integer) }
    guard let number = Double(text), number.isFinite else {
      throw Diagnostic(.usage, "the number '\(text)' is too large", at: span(from: start))
    }
    return .number(number)
  }

  private mutating func takeDigits() {
    while let scalar = current, isDigit(scalar) { position += 1 }
  }

  private mutating func takeDate() -> Value? {
    let start = position
    for offset in 0..<10 {
      guard let scalar = peek(offset) else { return nil }
      if offset == 4 || offset == 7 ? scalar != "-" : !isDigit(scalar) { return nil }
    }
    if let after = peek(10), isDigit(after) { return nil }
    position += 10
    let dateEnd = position
    if current == "T" {
      while let scalar = current,
        isDigit(scalar) || "T:.Z+-".unicodeScalars.contains(scalar), peek(-1) != "Z"
      {
        // A sign is an offset only after the time, and two points are a range.
        if scalar == ".", peek(1) == "." { break }
        position += 1
      }
    }
    if let instant = Instant(text(from: start)) {
      mention(text(from: start), from: start)
      return .datetime(instant)
    }
    position = dateEnd
    if let instant = Instant(text(from: start)) {
      mention(text(from: start), from: start)
      return .datetime(instant)
    }
    position = start
    return nil
  }
}
