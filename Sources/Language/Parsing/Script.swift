/// A session's text as lines: what each says, kept verbatim, and the physical line it begins on.
package struct Script: Hashable, Sendable {
  package struct Line: Hashable, Sendable {
    /// Counted from 1, of the first physical line.
    package var number: Int
    /// Verbatim, without the final line end; continued lines keep theirs inside.
    package var source: String

    package init(number: Int, source: String) {
      self.number = number
      self.source = source
    }

    package var content: Content { Content(source) }
  }

  package enum Content: Hashable, Sendable {
    case blank
    /// `#!…` on the first line.
    case interpreter
    case paragraph(String)
    /// Level 1 for `##`.
    case heading(String, level: Int)
    case call

    package init(_ source: String) {
      let trimmed = source.drop { $0 == " " || $0 == "\t" }
      guard let first = trimmed.first else {
        self = .blank
        return
      }
      guard first == "#" else {
        self = .call
        return
      }
      if trimmed.hasPrefix("#!") {
        self = .interpreter
        return
      }
      let marks = trimmed.prefix { $0 == "#" }.count
      var text = String(trimmed.dropFirst(marks).drop { $0 == " " })
      while text.last == " " || text.last == "\r" { text.removeLast() }
      self = marks == 1 ? .paragraph(text) : .heading(text, level: marks - 1)
    }
  }

  package var lines: [Line]

  package init(lines: [Line]) { self.lines = lines }

  /// Splits at LF and CRLF; a backslash at the end of a call's line joins the next one to it. A byte
  /// order mark at the start is dropped.
  package init(_ text: String) {
    lines = []
    var number = 1
    var pending: Line?
    var scalars = text.unicodeScalars[...]
    if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
    if scalars.last == "\n" { scalars.removeLast() }
    guard !scalars.isEmpty || !text.isEmpty else { return }
    for raw in scalars.split(separator: "\n", omittingEmptySubsequences: false) {
      var piece = String(Substring.UnicodeScalarView(raw))
      if piece.unicodeScalars.last == "\r" { piece.unicodeScalars.removeLast() }
      var line = pending ?? Line(number: number, source: "")
      line.source += pending == nil ? piece : "\n" + piece
      number += 1
      if piece.hasSuffix("\\"), Content(line.source) == .call {
        pending = line
      } else {
        lines.append(line)
        pending = nil
      }
    }
    if let pending { lines.append(pending) }
  }

  package var text: String { lines.map { $0.source + "\n" }.joined() }
}
