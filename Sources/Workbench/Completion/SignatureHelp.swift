import Language

/// The form of the verb being typed, with the place of the cursor in it.
package struct SignatureHelp: Hashable, Sendable {
  package struct Part: Hashable, Sendable {
    package var text: String
    package var isCurrent: Bool
  }

  package var parts: [Part]
  /// What the current part means, or what the verb does.
  package var note: String

  /// Nil where no known verb has been typed; the cursor is counted in scalars.
  package init?(in text: String, at cursor: Int, vocabulary: Vocabulary) {
    let expected = Expectation(in: text, at: cursor, vocabulary: vocabulary)
    guard let signature = expected.signature ?? Self.exactVerb(expected, vocabulary) else {
      return nil
    }
    parts = [Part(text: signature.word, isCurrent: false)]
    note = signature.summary
    appendTail(signature.tail, expected)
    for (place, positional) in signature.positionals.enumerated() {
      let isCurrent = expected.kind == .positional(place)
      append(positional.form, isOptional: !positional.isRequired, isCurrent)
      if isCurrent, case .method(let choices) = positional.kind,
        let choice = choices.first(where: { $0.word == expected.typed })
      {
        note = choice.summary
      }
    }
    for option in signature.options {
      let isCurrent = expected.kind == .option(option)
      append("\(option.name)=\(option.form)", isOptional: true, isCurrent)
    }
    if case .option(let option) = expected.kind {
      note = "\(option.name)=\(option.form): \(option.summary)"
    }
    if signature.takesForeignOptions { append("OPTION=…", isOptional: true, false) }
    if signature.takesGroups {
      append("by COLUMN…", isOptional: true, expected.kind == .groups)
    }
    if signature.takesCondition {
      let isCurrent = expected.kind == .expression && signature.tail == .none
      append("where EXPR", isOptional: true, isCurrent)
    }
  }

  private static func exactVerb(
    _ expected: Expectation,
    _ vocabulary: Vocabulary
  ) -> Signature? {
    expected.kind == .verb ? vocabulary.signatures[expected.typed] : nil
  }

  private mutating func append(_ text: String, isOptional: Bool, _ isCurrent: Bool) {
    parts.append(Part(text: isOptional ? "[\(text)]" : text, isCurrent: isCurrent))
  }

  private mutating func appendTail(_ tail: Signature.Tail, _ expected: Expectation) {
    let isExpression = expected.kind == .expression
    switch tail {
    case .none: break
    case .definition, .computation: appendDefinition("NAME =", "EXPR", isExpression)
    case .function: appendDefinition("NAME(a, b) =", "EXPR", isExpression)
    case .parameter: appendDefinition("NAME =", "VALUE", false)
    case .expression: append("EXPR", isOptional: false, isExpression)
    }
  }

  private mutating func appendDefinition(_ head: String, _ body: String, _ isBody: Bool) {
    append(head, isOptional: false, false)
    append(body, isOptional: false, isBody)
  }
}
