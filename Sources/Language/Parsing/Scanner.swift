package import Diagnostics

/// A position in a line, with the tokens that expressions and arguments share.
struct Scanner {
  let scalars: [Unicode.Scalar]
  var position = 0
  /// Every name, word and text met, for finding the place an error speaks of.
  var mentions: [Mention] = []

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  var current: Unicode.Scalar? { peek(0) }

  func peek(_ offset: Int) -> Unicode.Scalar? {
    position + offset < scalars.count ? scalars[position + offset] : nil
  }

  /// Blanks, and a backslash at the end of a physical line.
  mutating func skipBlanks() {
    while let scalar = current {
      if scalar == " " || scalar == "\t" || scalar == "\u{A0}" || scalar == "\n" || scalar == "\r" {
        position += 1
      } else if scalar == "\\", isLineEnd(peek(1)) {
        position += 1
      } else {
        return
      }
    }
  }

  private func isLineEnd(_ scalar: Unicode.Scalar?) -> Bool {
    scalar == nil || scalar == "\n" || scalar == "\r"
  }

  /// At the end of the call: nothing left, or a comment after a blank.
  mutating func isAtEnd() -> Bool {
    skipBlanks()
    return current == nil || current == "#"
  }

  func text(from start: Int) -> String {
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars[start..<position])
    return text
  }

  mutating func take(_ expected: String) -> Bool {
    let wanted = Array(expected.unicodeScalars)
    guard position + wanted.count <= scalars.count,
      scalars[position..<position + wanted.count].elementsEqual(wanted)
    else { return false }
    position += wanted.count
    return true
  }

  /// The bare word here, without moving; empty if there is none.
  func peekWord(allowing extra: Unicode.Scalar? = nil) -> String {
    var text = ""
    var offset = 0
    while let scalar = peek(offset), Words.isWordScalar(scalar) || scalar == extra {
      // Two points are a range, never part of a word.
      if scalar == ".", peek(offset + 1) == "." { break }
      text.unicodeScalars.append(scalar)
      offset += 1
    }
    return text
  }

  mutating func takeWord(allowing extra: Unicode.Scalar? = nil) -> String {
    let start = position
    let word = peekWord(allowing: extra)
    position += word.unicodeScalars.count
    if !word.isEmpty { mention(word, from: start) }
    return word
  }

  mutating func mention(_ text: String, from start: Int) {
    mentions.append(Mention(text: text, span: Span(start, position)))
  }

  func span(from start: Int) -> Span { Span(start, max(start, position)) }

  /// What stands here, for a message: up to the next blank.
  func found() -> String {
    var text = ""
    var offset = 0
    while let scalar = peek(offset), scalar != " ", offset < 24 {
      text.unicodeScalars.append(scalar)
      offset += 1
    }
    return text
  }
}

/// A piece of a line with the text it stands for.
package struct Mention: Hashable, Sendable {
  package var text: String
  package var span: Span
}
