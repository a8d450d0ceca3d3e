package import Diagnostics

/// Hands a verb its arguments one by one, typed; what nobody asked for is refused at the end.
///
/// The call has been bound: no `$name` and no defined function is left in it.
package struct ArgumentReader {
  package let call: Call
  let signature: Signature
  private var arguments: ArraySlice<Argument>
  var options: [String: Argument]
  private var knownOptions: [String]

  package init(_ call: Call, _ signature: Signature) {
    self.call = call
    self.signature = signature
    arguments = call.arguments[...]
    options = [:]
    for option in call.options { options[option.name] = option.value }
    knownOptions = signature.options.map(\.name)
  }

  /// The options that are not the verb's own, for what its positionals name. They count as read.
  package mutating func takeForeignOptions() -> [Call.Option] {
    let foreign = call.options.filter { signature.option(named: $0.name) == nil }
    for option in foreign { options[option.name] = nil }
    return foreign
  }

  /// Refuses what no one has read.
  package func finish() throws(Diagnostic) {
    if let extra = arguments.first {
      throw Diagnostic(
        .usage,
        "\(signature.word) can't use '\(extra.text)' (its form: \(signature.usage))",
        try: nearestMethod(to: extra) ?? signature.examples.first?.line,
        subject: extra.subject
      )
    }
    if let option = call.options.first(where: { options[$0.name] != nil }) {
      throw .unknown(
        "option",
        option.name,
        in: "of \(signature.word)",
        known: knownOptions
      )
    }
  }

  // MARK: Positionals

  package func peek() -> Argument? { arguments.first }

  /// The next argument as it stands.
  package mutating func next() -> Argument? { arguments.popFirst() }

  /// One of the words of the signature's method positional.
  ///
  /// - Parameter standard: what it is when the first bare word is none of them; nil = required.
  package mutating func method(standard: String? = nil) throws(Diagnostic) -> String {
    var known: [String] = []
    for positional in signature.positionals {
      if case .method(let choices) = positional.kind { known = choices.map(\.word) }
    }
    if case .word(let word)? = arguments.first, known.contains(word) {
      arguments.removeFirst()
      return word
    }
    if let standard { return standard }
    guard case .word(let word)? = arguments.first else {
      throw needs("one of \(known.joined(separator: ", "))")
    }
    throw Diagnostic.unknown("method", word, in: "of \(signature.word)", known: known)
  }

  package mutating func columns() throws(Diagnostic) -> ColumnSelection {
    var patterns: [ColumnPattern] = []
    while let argument = arguments.first {
      guard let pattern = argument.columnPattern else { break }
      patterns.append(pattern)
      arguments.removeFirst()
    }
    return ColumnSelection(patterns)
  }

  package mutating func requiredColumns() throws(Diagnostic) -> ColumnSelection {
    let selection = try columns()
    guard !selection.isEmpty else { throw needs("a column") }
    return selection
  }

  package mutating func column(_ what: String = "a column") throws(Diagnostic) -> String {
    switch arguments.first {
    case .word(let name), .name(let name):
      arguments.removeFirst()
      return name
    default: throw needs(what)
    }
  }

  /// Columns and parenthesised expressions, as far as they go.
  package mutating func operands() -> [Operand] {
    var operands: [Operand] = []
    while let argument = arguments.first {
      guard let operand = Operand(argument) else { break }
      operands.append(operand)
      arguments.removeFirst()
    }
    return operands
  }

  package mutating func operand(_ what: String = "a column") throws(Diagnostic) -> Operand {
    guard let operand = arguments.first.flatMap(Operand.init) else { throw needs(what) }
    arguments.removeFirst()
    return operand
  }

  package mutating func name(_ what: String) throws(Diagnostic) -> String { try column(what) }

  package mutating func text(_ what: String) throws(Diagnostic) -> String {
    switch arguments.first {
    case .value(.text(let text)):
      arguments.removeFirst()
      return text
    case .word(let word), .name(let word):
      throw Diagnostic(
        .usage,
        "\(what) stands in quotes",
        try: Words.quotedText(word),
        subject: word
      )
    default: throw needs("\(what) in quotes")
    }
  }

  package mutating func optionalText(_ what: String) throws(Diagnostic) -> String? {
    arguments.isEmpty ? nil : try text(what)
  }

  package mutating func optionalCount(_ what: String) throws(Diagnostic) -> Int? {
    guard let argument = arguments.first else { return nil }
    guard case .value(.integer(let value)) = argument else { return nil }
    guard value >= 0, value <= Int64(Int32.max) else {
      throw Diagnostic(.usage, "\(what) can't be \(value)", subject: String(value))
    }
    arguments.removeFirst()
    return Int(value)
  }

  package mutating func ratio() -> [Double]? {
    guard case .ratio(let shares) = arguments.first else { return nil }
    arguments.removeFirst()
    return shares
  }

  package mutating func pairs() throws(Diagnostic) -> [(old: Argument, new: Argument)] {
    var pairs: [(old: Argument, new: Argument)] = []
    while case .pair(let old, let new)? = arguments.first {
      pairs.append((old, new))
      arguments.removeFirst()
    }
    return pairs
  }

  /// Named and unnamed expressions, as far as they go.
  package mutating func definitions() -> [(name: String?, expression: Expression)] {
    var definitions: [(name: String?, expression: Expression)] = []
    while case .definition(let name, let expression)? = arguments.first {
      definitions.append((name, expression))
      arguments.removeFirst()
    }
    return definitions
  }

  /// Bare words to the end: names of recipes, models, measures.
  package mutating func words() -> [String] {
    var words: [String] = []
    while case .word(let word)? = arguments.first {
      words.append(word)
      arguments.removeFirst()
    }
    return words
  }

  /// The fault of a missing argument, with the verb's form.
  package func needs(_ what: String) -> Diagnostic {
    let found = arguments.first.map { ", found '\($0.text)'" } ?? ""
    return Diagnostic(
      .usage,
      "\(signature.word) needs \(what)\(found) (its form: \(signature.usage))",
      try: nearestMethod(to: arguments.first) ?? signature.examples.first?.line,
      subject: arguments.first?.subject
    )
  }

  /// The method that a bare word was perhaps meant to be.
  private func nearestMethod(to argument: Argument?) -> String? {
    guard case .word(let word)? = argument else { return nil }
    for positional in signature.positionals {
      guard case .method(let choices) = positional.kind else { continue }
      return nearest(to: word, in: choices.map(\.word))
    }
    return nil
  }

  // MARK: Groups and condition

  package func groups() throws(Diagnostic) -> [Operand] {
    var operands: [Operand] = []
    for argument in call.groups {
      guard let operand = Operand(argument) else {
        throw Diagnostic(
          .usage,
          "'by' takes columns, found '\(argument.text)'",
          subject: argument.subject
        )
      }
      operands.append(operand)
    }
    return operands
  }

  package var condition: Expression? { call.condition }
}

extension Argument {
  /// What the scanner recorded for it, for finding its place.
  package var subject: String {
    switch self {
    case .word(let text), .name(let text), .glob(let text), .parameter(let text): text
    case .value(let value): value.plainText
    case .except(let inner): inner.subject
    case .pair(let old, _): old.subject
    case .kind(let kind): kind.rawValue
    case .definition(let name?, _): name
    default: self.text
    }
  }
}
