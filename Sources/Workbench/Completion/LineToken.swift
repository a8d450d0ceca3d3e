package import Diagnostics

/// A piece of a line as it is typed, finished or not: for colours, completion and help.
package struct LineToken: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// The first word.
    case verb
    case word
    /// `name` of `name=value`; the equals sign is a symbol of its own.
    case option
    /// `by`, `where`, `and`, `missing`, …
    case keyword
    /// A word before an opening parenthesis.
    case function
    /// A name in backticks.
    case name
    /// A text in double quotes.
    case text
    case number
    /// `$name`
    case parameter
    /// `:number`
    case kind
    case symbol
    case comment
  }

  package var kind: Kind
  package var span: Span
  /// What it stands for: without quotes or backticks.
  package var text: String
  /// False for a text or name whose closing quote hasn't been typed.
  package var isClosed: Bool

  package init(_ kind: Kind, _ span: Span, _ text: String, isClosed: Bool = true) {
    self.kind = kind
    self.span = span
    self.text = text
    self.isClosed = isClosed
  }
}
