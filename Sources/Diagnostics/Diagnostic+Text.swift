extension Diagnostic {
  /// The fault as people read it: place and message, the line with the place marked, what to type.
  ///
  /// - Parameters:
  ///   - line: the line's text; empty leaves the quotation out.
  ///   - place: such as `credit.assay:4`; the column is added.
  package func text(line: String, place: String) -> String {
    var head = place
    if let span, !place.isEmpty { head += ":\(span.start + 1)" }
    var text = head.isEmpty ? message : "\(head): \(message)"
    if let span, let quotation = Self.quotation(of: line, span: span) { text += "\n" + quotation }
    if let hint { text += "\n  try: \(hint)" }
    return text
  }

  /// The physical line that holds the span's start, and a caret line under it.
  private static func quotation(of line: String, span: Span) -> String? {
    let scalars = Array(line.unicodeScalars)
    guard !scalars.isEmpty, span.start <= scalars.count else { return nil }
    let start = scalars[..<span.start].lastIndex(of: "\n").map { $0 + 1 } ?? 0
    let end = scalars[span.start...].firstIndex(of: "\n") ?? scalars.count
    var shown = ""
    for scalar in scalars[start..<end] {
      shown.unicodeScalars.append(scalar.value < 0x20 ? " " : scalar)
    }
    let width = max(1, min(span.end, end) - span.start)
    let marks = "^" + String(repeating: "~", count: width - 1)
    return "  \(shown)\n  \(String(repeating: " ", count: span.start - start))\(marks)"
  }
}
