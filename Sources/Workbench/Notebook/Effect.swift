/// What the interface wants done.
///
/// Plain values: the loop performs them, and none of them answers
/// at once; what comes of them arrives as events.
package enum Effect: Sendable {
  /// Append these lines and run them in turn; the first that fails ends it.
  case submit([String])
  /// Put another source in the place of a cell's and replay what follows.
  case edit(cell: Int, String)
  case remove(cell: Int)
  case undo
  case redo
  /// Nil: to the session's own file.
  case save(path: String?)
  /// Stop the running line.
  case cancel
  /// End the running load with the rows that it has read.
  case keepRead
  /// Send the rows as they stand.
  case openTable(TableContent.Use)
  /// Run a line without keeping it.
  case look(String)
  /// Run a stale line after a yes.
  case resolveStale(cell: Int)
  /// Run a line's outside program after a yes, and later ones of the session without another.
  case allowCommands(cell: Int)
  /// Work on a table that may take long: run it away from this thread and send its answer.
  case compute(TableWork)
  /// Send the names in a folder, as it was typed; empty for the working folder.
  case list(folder: String)
  /// To the system's clipboard.
  case copy(String)
  case openEditor(String)
  case repaint
  case suspend
  case quit

  /// Whether only the interpreter can do it, which runs one thing at a time.
  var waitsForTheRunningLine: Bool {
    switch self {
    case .submit, .edit, .remove, .undo, .redo, .save, .openTable, .look, .resolveStale,
      .allowCommands:
      true
    case .cancel, .keepRead, .compute, .list, .copy, .openEditor, .repaint, .suspend, .quit: false
    }
  }
}
