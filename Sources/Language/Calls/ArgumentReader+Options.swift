package import Diagnostics

// Options, each read once under its name.

extension ArgumentReader {
  package mutating func option(_ name: String) -> Argument? {
    options.removeValue(forKey: name)
  }

  package mutating func integer(
    _ name: String,
    in range: ClosedRange<Int>
  ) throws(Diagnostic) -> Int? {
    guard let argument = option(name) else { return nil }
    guard case .value(.integer(let value)) = argument, let whole = Int(exactly: value),
      range.contains(whole)
    else { throw wrong(name, argument, expected: "a whole number \(Self.text(of: range))") }
    return whole
  }

  package mutating func number(
    _ name: String,
    in range: ClosedRange<Double>
  ) throws(Diagnostic) -> Double? {
    guard let argument = option(name) else { return nil }
    guard case .value(let literal) = argument, let value = literal.double, range.contains(value)
    else { throw wrong(name, argument, expected: "a number \(Self.text(of: range))") }
    return value
  }

  package mutating func choice(
    _ name: String,
    among known: [String]
  ) throws(Diagnostic) -> String? {
    guard let argument = option(name) else { return nil }
    guard case .word(let word) = argument, known.contains(word) else {
      var fault = wrong(name, argument, expected: "one of \(known.joined(separator: ", "))")
      if let near = nearest(to: argument.text, in: known) { fault.hint = "\(name)=\(near)" }
      throw fault
    }
    return word
  }

  package mutating func flag(_ name: String) throws(Diagnostic) -> Bool? {
    guard let argument = option(name) else { return nil }
    guard case .boolean(let flag)? = argument.value else {
      throw wrong(name, argument, expected: "yes or no")
    }
    return flag
  }

  package mutating func name(option name: String) throws(Diagnostic) -> String? {
    guard let argument = option(name) else { return nil }
    switch argument {
    case .word(let word), .name(let word): return word
    default: throw wrong(name, argument, expected: "a name")
    }
  }

  /// Columns that stand for each other in two tables: `KEY`, or `LEFT=RIGHT` where the names differ.
  package mutating func keys(
    _ name: String
  ) throws(Diagnostic) -> [(left: String, right: String)]? {
    guard let argument = option(name) else { return nil }
    let items = if case .list(let items) = argument { items } else { [argument] }
    var keys: [(left: String, right: String)] = []
    for item in items {
      switch item {
      case .word(let key), .name(let key): keys.append((key, key))
      case .pair(.word(let left), .word(let right)), .pair(.word(let left), .name(let right)),
        .pair(.name(let left), .word(let right)), .pair(.name(let left), .name(let right)):
        keys.append((left, right))
      default: throw wrong(name, argument, expected: "columns, or pairs LEFT=RIGHT of them")
      }
    }
    return keys
  }

  package mutating func value(_ name: String) throws(Diagnostic) -> Value? {
    guard let argument = option(name) else { return nil }
    guard let value = argument.value else { throw wrong(name, argument, expected: "a value") }
    return value
  }

  package mutating func text(option name: String) throws(Diagnostic) -> String? {
    guard let argument = option(name) else { return nil }
    guard case .value(.text(let text)) = argument else {
      throw wrong(name, argument, expected: "a text in quotes")
    }
    return text
  }

  package mutating func expression(_ name: String) throws(Diagnostic) -> Expression? {
    guard let argument = option(name) else { return nil }
    guard case .expression(let expression) = argument else {
      throw wrong(name, argument, expected: "a column or an expression")
    }
    return expression
  }

  private func wrong(
    _ name: String,
    _ argument: Argument,
    expected: String
  ) -> Diagnostic {
    Diagnostic(
      .usage,
      "\(name)= takes \(expected), found '\(argument.text)'",
      try: signature.option(named: name)?.standard.map { "\(name)=\($0)" },
      subject: "\(name)=\(argument.text)"
    )
  }

  private static func text(of range: ClosedRange<Int>) -> String {
    range.upperBound == .max
      ? "of at least \(range.lowerBound)" : "from \(range.lowerBound) to \(range.upperBound)"
  }

  private static func text(of range: ClosedRange<Double>) -> String {
    let low = Value.plainText(of: range.lowerBound)
    if range.upperBound.isInfinite || range.upperBound == .greatestFiniteMagnitude {
      return range.lowerBound == -.greatestFiniteMagnitude ? "" : "of at least \(low)"
    }
    return "from \(low) to \(Value.plainText(of: range.upperBound))"
  }
}
