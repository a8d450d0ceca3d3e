/// The one error type of the program: what was found, what was expected, what to type instead.
///
/// Messages are lower case without a full stop, put user text in single quotes and name both the
/// found and the expected. Lower layers don't know where in a line the fault stands: they name the
/// offending text as `subject` and the interpreter turns it into a span, once.
package struct Diagnostic: Error, Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, Codable {
    /// The line itself is wrong: a misspelt word, a missing argument, an option out of range.
    case usage
    /// The line is fine, the data can't do it.
    case data
    /// A computation broke down: no convergence, a matrix that can't be factored.
    case numeric
    /// A file can't be read or written.
    case file
    /// The user stopped it.
    case cancelled
    /// A replay that must not go on by itself: it would open test rows or run a command.
    case stale
    /// A fault of ours.
    case `internal`
  }

  package var kind: Kind
  package var message: String
  /// Where in the line, once known.
  package var span: Span?
  /// Text that can be pasted.
  package var hint: String?
  /// The offending text as it was typed, for the interpreter to find in the line.
  package var subject: String?

  package init(
    _ kind: Kind,
    _ message: String,
    at span: Span? = nil,
    try hint: String? = nil,
    subject: String? = nil
  ) {
    self.kind = kind
    self.message = message
    self.span = span
    self.hint = hint
    self.subject = subject
  }

  /// The same fault with the place filled in; a place already known stays.
  package func located(at span: Span?) -> Diagnostic {
    var copy = self
    copy.span = copy.span ?? span
    return copy
  }
}

extension Diagnostic {
  package static let cancelled = Diagnostic(.cancelled, "stopped; nothing was changed")

  /// A name that isn't among the known ones, with the nearest known name as the hint.
  ///
  /// - Parameters:
  ///   - what: what was looked for, such as `column` or `verb`.
  ///   - place: where it was looked for, such as `in penguins_raw.csv`; may be empty.
  package static func unknown(
    _ what: String,
    _ name: String,
    in place: String = "",
    known: [String],
    kind: Kind = .usage
  ) -> Diagnostic {
    let suffix = place.isEmpty ? "" : " " + place
    var message = "no \(what) '\(name)'\(suffix)"
    if known.isEmpty {
      message += " (there are none)"
    } else if known.count <= 12 {
      message += " (known: \(known.joined(separator: ", ")))"
    } else {
      message +=
        " (known: \(known.prefix(10).joined(separator: ", ")) and \(known.count - 10) more)"
    }
    return Diagnostic(kind, message, try: nearest(to: name, in: known), subject: name)
  }
}
