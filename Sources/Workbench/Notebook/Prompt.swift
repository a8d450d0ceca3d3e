/// A question of one line, answered by typing.
package struct Prompt: Sendable {
  package enum Purpose: Hashable, Sendable {
    case find
    /// And then leave, or not.
    case save(thenQuit: Bool)
    case row, column
  }

  package var purpose: Purpose
  package var editor: LineEditor

  init(_ purpose: Purpose, _ text: String = "") {
    self.purpose = purpose
    editor = LineEditor(text)
  }

  var label: String {
    switch purpose {
    case .find: "find"
    case .save: "save as"
    case .row: "row"
    case .column: "column"
    }
  }
}
