// Expressions and values are stored as the text a person would type: the grammar carries intent.

extension Expression: Codable {
  package init(from decoder: any Decoder) throws {
    self = try CallParser.parseExpression(try String(from: decoder))
  }

  package func encode(to encoder: any Encoder) throws { try text.encode(to: encoder) }
}

extension Value: Codable {
  package init(from decoder: any Decoder) throws {
    guard case .literal(let value) = try Expression(from: decoder) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "a value is a literal")
      )
    }
    self = value
  }

  package func encode(to encoder: any Encoder) throws { try literalText.encode(to: encoder) }
}
