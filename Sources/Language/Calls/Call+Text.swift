extension Call {
  /// The canonical line: parsing it gives an equal call.
  package var text: String {
    var parts = [verb]
    if let definition { parts.append(definition.text) }
    if let expression { parts.append(expression.text) }
    parts += arguments.map(\.text)
    parts += options.map(\.text)
    if !groups.isEmpty { parts.append("by " + groups.map(\.text).joined(separator: " ")) }
    if let condition { parts.append("where " + condition.text) }
    return parts.joined(separator: " ")
  }
}

extension Call.Option {
  package var text: String {
    // An option that takes an expression needs no parentheses around it.
    if case .expression(let expression) = value { return "\(name)=\(expression.text)" }
    return "\(name)=\(value.text)"
  }
}

extension Call.Definition {
  package var text: String {
    let head = Words.quotedName(name) + (parameters.map { "(\($0.joined(separator: ", ")))" } ?? "")
    switch body {
    case .expression(let expression): return "\(head) = \(expression.text)"
    case .value(let value): return "\(head) = \(value.text)"
    }
  }
}

extension Argument {
  package var text: String {
    switch self {
    case .word(let word): word
    case .name(let name): Words.isBareWord(name) ? "`\(name)`" : Words.quotedName(name)
    case .glob(let glob): glob
    case .kind(let kind): ":" + kind.rawValue
    case .all: ":all"
    case .except(let inner): "-" + inner.text
    case .value(let value): value.literalText
    case .ratio(let shares): shares.map(Value.plainText(of:)).joined(separator: "/")
    case .range(let low, let high):
      (low?.literalText ?? "") + ".." + (high?.literalText ?? "")
    case .list(let items): items.map(\.text).joined(separator: ",")
    case .parameter(let name): "$" + name
    case .expression(let expression): "(" + expression.text + ")"
    case .pair(let old, let new): old.text + "=" + new.text
    case .definition(let name?, let expression):
      Words.quotedName(name) + "=" + expression.text
    case .definition(nil, .call(let function, let arguments)):
      Expression.call(function, arguments).text
    // What is no figure by itself needs its parentheses to be read as one.
    case .definition(nil, let expression): "(" + expression.text + ")"
    }
  }
}

extension Value {
  /// The value as it is typed in a line.
  package var literalText: String {
    switch self {
    case .missing: "missing"
    case .boolean(let value): value ? "true" : "false"
    case .integer(let value): String(value)
    case .number(let value): "\(value)"
    case .text(let text): Words.quotedText(text)
    case .datetime(let instant): instant.text
    }
  }
}
