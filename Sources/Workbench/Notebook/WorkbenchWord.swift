/// Acts of the workbench that people type though they are no lines of a session: `help hist`,
/// `save "x.assay"`, `quit`.
enum WorkbenchWord: String, CaseIterable {
  case help, save, write, w, quit, exit, q, undo, redo, table, attributes

  init?(line: String, verbs: Set<String>) {
    guard let first = line.split(separator: " ").first.map(String.init), !verbs.contains(first)
    else { return nil }
    self.init(rawValue: first)
  }

  /// What stands after the word, without quotes.
  static func rest(of line: String) -> String {
    let rest = line.drop { $0 != " " }.drop { $0 == " " }
    let text = String(rest.reversed().drop { $0 == " " }.reversed())
    guard text.count > 1, text.first == "\"", text.last == "\"" else { return text }
    return String(text.dropFirst().dropLast())
  }
}
