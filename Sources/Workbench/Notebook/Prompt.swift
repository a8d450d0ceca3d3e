/// A question of one line, answered by typing.
package struct Prompt: Sendable {
  package enum Purpose: Hashable, Sendable {
    case find
    /// And then leave, or not.
    case save(thenQuit: Bool)
    case row, column
  }

  package var purpose: Purpose
  package var editor = LineEditor()
  /// Taken when nothing is typed.
  package var standard: String

  init(_ purpose: Purpose, standard: String = "") {
    self.purpose = purpose
    self.standard = standard
  }

  var answer: String { editor.isEmpty ? standard : editor.text }

  /// With what an empty answer means in brackets.
  var label: String { standard.isEmpty ? word : "\(word) [\(standard)]" }

  private var word: String {
    switch purpose {
    case .find: "find"
    case .save: "save as"
    case .row: "row"
    case .column: "column"
    }
  }
}
