/// The columns a text takes on a screen, control characters shown as their pictures.
package func displayWidth(of text: String) -> Int {
  if text.isPlain { return text.utf8.count }
  var width = 0
  for glyph in Glyphs(text) { width += glyph.width }
  return width
}

extension String {
  /// Whether every byte is a printable ASCII character, which takes one column and stands for
  /// itself: most text is, and needs no more looking at.
  var isPlain: Bool {
    let bytes = utf8.span
    for place in bytes.indices where bytes[place] < 0x20 || bytes[place] >= 0x7F { return false }
    return true
  }

  /// The text as it is drawn: at most `width` columns, with `…` at the end when some was cut.
  ///
  /// A character of two columns that would stand half outside is left out.
  package func clipped(to width: Int) -> String {
    guard width > 0 else { return "" }
    if isPlain {
      guard utf8.count > width else { return self }
      return String(decoding: utf8.prefix(width - 1), as: UTF8.self) + "…"
    }
    var text = ""
    var used = 0
    // Bytes of the text that still leave a column for the ellipsis.
    var short = 0
    for glyph in Glyphs(self) {
      if used < width { short = text.utf8.count }
      if used + glyph.width > width {
        return String(decoding: text.utf8.prefix(short), as: UTF8.self) + "…"
      }
      glyph.write(to: &text)
      used += glyph.width
    }
    return text
  }

  /// The text clipped or filled with blanks to exactly `width` columns.
  package func padded(to width: Int, _ alignment: Alignment = .left) -> String {
    let text = clipped(to: width)
    let missing = Swift.max(0, Swift.max(width, 0) - displayWidth(of: text))
    switch alignment {
    case .left: return text + String(repeating: " ", count: missing)
    case .right: return String(repeating: " ", count: missing) + text
    case .center:
      return String(repeating: " ", count: missing / 2) + text
        + String(repeating: " ", count: missing - missing / 2)
    }
  }

  /// Prose broken between words into lines of at most `width` columns.
  ///
  /// Line breaks in the text stay; runs of blanks inside it become one; the indentation of a
  /// line is kept by what it is broken into. A word longer than a line is broken inside.
  ///
  /// - Returns: at least one line; a width below 1 counts as 1.
  package func wrapped(to width: Int) -> [String] {
    let width = Swift.max(1, width)
    return split(separator: "\n", omittingEmptySubsequences: false).flatMap {
      wrappedLine($0, to: width)
    }
  }
}

private func wrappedLine(_ line: Substring, to width: Int) -> [String] {
  let blanks = line.prefix { $0 == " " }.count
  let indent = String(repeating: " ", count: blanks < width / 2 ? blanks : 0)
  var lines: [String] = []
  var current = ""
  var used = 0
  func flush() {
    lines.append(indent + current)
    current = ""
    used = 0
  }
  let room = max(1, width - indent.count)
  let words = line.split { $0 == " " || $0 == "\t" || $0 == "\r" }
  for word in words.map(String.init) {
    let length = displayWidth(of: word)
    if used > 0, used + 1 + length > room { flush() }
    if length > room {
      for glyph in Glyphs(word) {
        if used > 0, used + glyph.width > room { flush() }
        glyph.write(to: &current)
        used += glyph.width
      }
      continue
    }
    if used > 0 {
      current += " "
      used += 1
    }
    current += word
    used += length
  }
  if used > 0 || lines.isEmpty { flush() }
  return lines
}
