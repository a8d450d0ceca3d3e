import Diagnostics
import Language

/// How a column is dropped or taken back: by rewriting the newest `drop` line, never by appending
/// the opposite of what was said.
enum DropLine {
  static func dropping(_ name: String, _ cells: [Snapshot.Cell]) -> Effect {
    let word = Words.quotedName(name)
    let last = cells.last { $0.content == .call }
    guard let last, isPlainDrop(last), case .done = last.state else {
      return .submit(["drop \(word)"])
    }
    return .edit(cell: last.id, "\(last.source) \(word)")
  }

  /// Nil when no line drops the column by its own name.
  static func keeping(_ name: String, _ cells: [Snapshot.Cell]) -> Effect? {
    for cell in cells.reversed() where isPlainDrop(cell) {
      let tokens = LineLexer.tokens(of: cell.source)
      guard let token = tokens.dropFirst().first(where: { $0.text == name }) else { continue }
      if tokens.count == 2 { return .remove(cell: cell.id) }
      return .edit(cell: cell.id, text(of: cell.source, without: token.span))
    }
    return nil
  }

  /// `drop` with names alone: no globs, kinds, exceptions or comment.
  private static func isPlainDrop(_ cell: Snapshot.Cell) -> Bool {
    guard cell.content == .call else { return false }
    let tokens = LineLexer.tokens(of: cell.source)
    guard tokens.first?.text == "drop", tokens.count > 1 else { return false }
    return tokens.dropFirst().allSatisfy {
      $0.kind == .name || $0.kind == .word && !$0.text.contains("*")
    }
  }

  private static func text(of source: String, without span: Span) -> String {
    let scalars = Array(source.unicodeScalars)
    var start = span.start
    while start > 0, scalars[start - 1] == " " { start -= 1 }
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars[..<start])
    text.unicodeScalars.append(contentsOf: scalars[min(span.end, scalars.count)...])
    return text
  }
}
