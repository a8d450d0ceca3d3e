package import Diagnostics
package import Language

/// What the grammar wants where the cursor stands, and what has been typed of it.
package struct Expectation: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case verb
    /// The signature's positional with this place.
    case positional(Int)
    case option(Signature.Option)
    /// The value of an option that belongs to a model named in the line.
    case groups
    case expression
    /// Nothing can be offered: a comment, a new name, a number.
    case nothing
  }

  package var kind: Kind
  package var signature: Signature?
  /// The scalars that a completion replaces.
  package var replaced: Span
  /// What stands there up to the cursor, without its opening quote.
  package var typed: String
  /// `"`, `` ` ``, `:`, `$`, `-` or nothing: what the word begins with.
  package var opening: String
  /// Options and words that the line has already.
  package var used: Set<String>

  /// The cursor is counted in scalars.
  package init(in text: String, at cursor: Int, vocabulary: Vocabulary) {
    let tokens = LineLexer.tokens(of: text)
    let touched = tokens.last {
      $0.span.start < cursor && cursor <= $0.span.end && $0.kind != .symbol
        && (cursor < $0.span.end || !$0.isClosed || ($0.kind != .text && $0.kind != .name))
    }
    var before = Array(tokens.prefix { $0.span.end <= cursor && $0 != touched })
    kind = .nothing
    opening = ""
    typed = ""
    replaced = Span(cursor, cursor)
    if let touched {
      replaced = touched.span
      typed = Self.typed(touched, in: text, to: cursor)
      opening = Self.opening(of: touched)
      if let last = before.last, last.kind == .symbol, last.text == "-", opening.isEmpty,
        last.span.end == touched.span.start,
        last.span.start == 0
          || before.dropLast().last.map({ $0.span.end < last.span.start }) == true
      {
        opening = "-"
        replaced = last.span.union(touched.span)
        before.removeLast()
      }
    }
    used = Set(tokens.filter { $0 != touched }.map(\.text))
    guard touched?.kind != .comment else { return }
    guard let verb = before.first(where: { $0.kind == .verb }) else {
      kind = touched == nil || touched?.kind == .verb ? .verb : .nothing
      return
    }
    guard let signature = vocabulary.signatures[verb.text] else { return }
    self.signature = signature
    let arguments = Array(before.drop { $0 != verb }.dropFirst())
    kind = Self.kind(
      arguments,
      at: touched?.span.start ?? cursor,
      touched,
      signature,
      vocabulary
    )
  }

  private static func typed(_ token: LineToken, in text: String, to cursor: Int) -> String {
    let scalars = Array(text.unicodeScalars)
    let skipped = opening(of: token).unicodeScalars.count
    let start = min(token.span.start + skipped, cursor)
    var typed = ""
    typed.unicodeScalars.append(contentsOf: scalars[start..<min(cursor, scalars.count)])
    return typed
  }

  private static func opening(of token: LineToken) -> String {
    switch token.kind {
    case .text: "\""
    case .name: "`"
    case .kind: ":"
    case .parameter: "$"
    default: ""
    }
  }

  private static func kind(
    _ before: [LineToken],
    at place: Int,
    _ touched: LineToken?,
    _ signature: Signature,
    _ vocabulary: Vocabulary
  ) -> Kind {
    if let option = option(before, at: place, signature, vocabulary) { return .option(option) }
    if before.contains(where: { $0.kind == .keyword && $0.text == "where" }) { return .expression }
    let depth = before.reduce(0) {
      $1.kind != .symbol ? $0 : $1.text == "(" ? $0 + 1 : $1.text == ")" ? max(0, $0 - 1) : $0
    }
    let isDefined = before.contains { $0.kind == .symbol && $0.text == "=" }
    switch signature.tail {
    case .expression: return groupsOrExpression(before)
    case .definition, .computation, .function:
      return isDefined ? groupsOrExpression(before) : .nothing
    case .parameter: return .nothing
    case .none: break
    }
    if depth > 0 { return .expression }
    if before.contains(where: { $0.kind == .keyword && $0.text == "by" }) { return .groups }
    return positional(before, touched, signature)
  }

  private static func groupsOrExpression(_ before: [LineToken]) -> Kind {
    before.contains { $0.kind == .keyword && $0.text == "by" } ? .groups : .expression
  }

  /// The option whose value stands at `place`: nothing but values and commas lie between.
  private static func option(
    _ before: [LineToken],
    at place: Int,
    _ signature: Signature,
    _ vocabulary: Vocabulary
  ) -> Signature.Option? {
    var end = place
    for token in before.reversed() {
      guard token.span.end == end else { return nil }
      if token.kind == .option {
        let models = before.compactMap { vocabulary.models[$0.text] }
        return signature.option(named: token.text)
          ?? models.lazy.compactMap { $0.option(named: token.text) }.first
      }
      end = token.span.start
    }
    return nil
  }

  /// Walks over the arguments before the cursor and says which positional comes now.
  private static func positional(
    _ before: [LineToken],
    _ touched: LineToken?,
    _ signature: Signature
  ) -> Kind {
    var place = 0
    var end = -1
    for token in before {
      let isJoined = token.span.start == end
      end = token.span.end
      if isJoined || token.kind == .option { continue }
      while place < signature.positionals.count, !fits(token, signature.positionals[place]) {
        place += 1
      }
      guard place < signature.positionals.count else { return .nothing }
      if !isRepeated(place, of: signature) { place += 1 }
    }
    if let touched {
      while place < signature.positionals.count, !mayFit(touched, signature.positionals[place]) {
        place += 1
      }
    }
    return place < signature.positionals.count ? .positional(place) : .nothing
  }

  /// A required method that ends the form can come several times: models, measures.
  private static func isRepeated(_ place: Int, of signature: Signature) -> Bool {
    let positional = signature.positionals[place]
    switch positional.kind {
    case .columns, .operands, .pairs, .names, .definitions: return true
    case .method: return positional.isRequired && place == signature.positionals.count - 1
    default: return false
    }
  }

  private static func fits(_ token: LineToken, _ positional: Signature.Positional) -> Bool {
    switch positional.kind {
    case .method(let choices): choices.contains { $0.word == token.text } && token.kind != .name
    case .text: token.kind == .text
    case .number, .ratio: token.kind == .number
    case .columns, .operands, .column, .name, .names, .table:
      token.kind != .text && token.kind != .number
    case .pairs, .definitions: true
    }
  }

  /// Whether the unfinished token can become what the positional takes.
  private static func mayFit(_ token: LineToken, _ positional: Signature.Positional) -> Bool {
    if case .method(let choices) = positional.kind {
      return token.kind == .word
        && (positional.isRequired
          || choices.contains {
            $0.word.hasPrefix(token.text)
          })
    }
    return fits(token, positional)
  }
}
