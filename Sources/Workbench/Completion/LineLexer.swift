import Diagnostics
import Language

/// Cuts any text into tokens, whatever is wrong or missing in it.
///
/// The parser decides what is right.
package struct LineLexer {
  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var tokens: [LineToken] = []

  private init(_ text: String) { scalars = Array(text.unicodeScalars) }

  package static func tokens(of text: String) -> [LineToken] {
    var lexer = LineLexer(text)
    lexer.run()
    return lexer.tokens
  }

  private var current: Unicode.Scalar? { peek(0) }

  private func peek(_ offset: Int) -> Unicode.Scalar? {
    position + offset < scalars.count ? scalars[position + offset] : nil
  }

  private mutating func run() {
    while let scalar = current {
      let start = position
      switch scalar {
      case " ", "\t", "\n", "\r", "\u{A0}": position += 1
      case "#" where start == 0 || isBlank(scalars[start - 1]):
        while let next = current, next != "\n" { position += 1 }
        add(.comment, from: start)
      case "\"": quoted("\"", .text)
      case "`": quoted("`", .name)
      case "$":
        position += 1
        takeWord()
        add(.parameter, from: start)
      case ":" where peek(1).map(isLetter) == true:
        position += 1
        takeWord()
        add(.kind, from: start)
      case _ where isDigit(scalar): number()
      case _ where Words.isWordScalar(scalar) && scalar != ".": word()
      default:
        position += 1
        add(.symbol, from: start)
      }
    }
  }

  private mutating func add(_ kind: LineToken.Kind, from start: Int, isClosed: Bool = true) {
    tokens.append(LineToken(kind, Span(start, position), text(start, position), isClosed: isClosed))
  }

  private func text(_ start: Int, _ end: Int) -> String {
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars[start..<end])
    return text
  }

  private func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r"
  }

  private func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private func isLetter(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isAlphabetic }

  private mutating func takeWord() {
    while let scalar = current, Words.isWordScalar(scalar) || scalar == "*" {
      if scalar == ".", peek(1) == "." { return }
      // A star belongs to a glob only inside a bare argument, never before a blank in arithmetic.
      if scalar == "*", !endsGlob { return }
      position += 1
    }
  }

  /// Whether the star here is part of a name such as `bill_*` rather than a product.
  private var endsGlob: Bool {
    guard position > 0, Words.isWordScalar(scalars[position - 1]) else { return false }
    guard let next = peek(1) else { return true }
    return isBlank(next) || next == "_"
  }

  private mutating func word() {
    let start = position
    takeWord()
    let word = text(start, position)
    if !tokens.contains(where: { $0.kind == .verb }) {
      add(.verb, from: start)
    } else if current == "=", peek(1) != "=" {
      add(.option, from: start)
    } else if Words.reserved.contains(word) {
      add(.keyword, from: start)
    } else if current == "(" {
      add(.function, from: start)
    } else {
      add(.word, from: start)
    }
  }

  /// A number, date, ratio or range: digits and what stands between them.
  private mutating func number() {
    let start = position
    while let scalar = current {
      let goesOn =
        isDigit(scalar) || isLetter(scalar) || scalar == "_" || scalar == "."
        || (scalar == "/" || scalar == "-" || scalar == ":") && peek(1).map(isDigit) == true
        || scalar == "-" && (scalars[position - 1] == "e" || scalars[position - 1] == ".")
      guard goesOn else { break }
      position += 1
    }
    add(.number, from: start)
  }

  private mutating func quoted(_ quote: Unicode.Scalar, _ kind: LineToken.Kind) {
    let start = position
    position += 1
    var content = ""
    var isClosed = false
    while let scalar = current {
      position += 1
      if scalar == quote {
        guard quote == "`", current == "`" else {
          isClosed = true
          break
        }
        position += 1
      } else if scalar == "\\", let escaped = current {
        position += 1
        content.unicodeScalars.append(escaped == "n" ? "\n" : escaped == "t" ? "\t" : escaped)
        continue
      }
      content.unicodeScalars.append(scalar)
    }
    tokens.append(LineToken(kind, Span(start, position), content, isClosed: isClosed))
  }
}
