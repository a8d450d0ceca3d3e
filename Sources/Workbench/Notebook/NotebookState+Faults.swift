import Diagnostics
import Language

extension NotebookState {
  /// What is surely wrong with the line being typed; nil while it may still become right.
  var typingFault: Diagnostic? {
    let text = commandLine.text
    let cursor = commandLine.editor.cursorInScalars
    guard Script.Content(text) == .call,
      WorkbenchWord(line: text, verbs: Set(vocabulary.signatures.keys)) == nil
    else { return nil }
    let tokens = LineLexer.tokens(of: text)
    let touched = tokens.last { $0.span.start < cursor && cursor <= $0.span.end }
    do {
      _ = try CallParser.parse(text, signatures: vocabulary.signatures)
    } catch {
      guard let span = error.span else { return nil }
      let end = text.unicodeScalars.count
      // A fault at the end, or in the word being typed, goes away by typing on.
      let isUnfinished = span.end >= end || touched.map { span.end >= $0.span.start } ?? false
      return isUnfinished ? nil : error
    }
    return unknownColumn(tokens, touched)
  }

  /// A word among the columns that is none of them, once it has been left.
  private func unknownColumn(_ tokens: [LineToken], _ touched: LineToken?) -> Diagnostic? {
    let known = snapshot.names.columns
    guard !known.isEmpty, let verb = tokens.first, verb.kind == .verb,
      let signature = vocabulary.signatures[verb.text], signature.tail == .none
    else { return nil }
    let names = Set(known.map(\.name))
    for token in tokens.dropFirst() where token != touched {
      if token.kind == .keyword || token.kind == .symbol { return nil }
      guard token.kind == .word || token.kind == .name, !token.text.contains("*") else { continue }
      let expected = Expectation(
        in: commandLine.text,
        at: token.span.end,
        vocabulary: vocabulary
      )
      guard case .positional(let place) = expected.kind else { continue }
      switch signature.positionals[place].kind {
      case .columns, .column, .operands: break
      default: continue
      }
      if !names.contains(token.text) {
        return .unknownColumn(token.text, known: known.map(\.name))
      }
    }
    return nil
  }
}
