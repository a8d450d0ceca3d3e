/// A half-open range of Unicode scalars in a line, counted from 0.
package struct Span: Hashable, Sendable, Codable {
  package var start: Int
  package var end: Int

  package init(_ start: Int, _ end: Int) {
    precondition(start <= end, "a span ends where it starts or later")
    self.start = start
    self.end = end
  }

  /// The smallest span that holds both.
  package func union(_ other: Span) -> Span {
    Span(min(start, other.start), max(end, other.end))
  }
}
