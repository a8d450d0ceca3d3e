/// Everything a key can do.
///
/// What it does exactly depends on where the keys go.
package enum KeyAction: String, Hashable, Sendable, CaseIterable {
  // Everywhere
  case interrupt, quit, save, palette, help, suspend, repaint, back
  case commandLine, undo, redo, sessionText, table, attributes
  // Moving
  case up, down, left, right, pageUp, pageDown, halfPageUp, halfPageDown, top, bottom
  case first, last
  case find, findNext, findPrevious
  // Editing a line
  case submit, newline, complete, completeBack, historyUp, historyDown, historySearch
  case moveLeft, moveRight, wordLeft, wordRight, lineStart, lineEnd
  case deleteBack, deleteForward, deleteWordBack, deleteWordForward, killToStart, killToEnd, yank
  case openEditor
  // Cells
  case open, edit, editOutside, remove, copy, copyOutput, fold, runStale
  // Full screen
  case keep
  // Table
  case sortAscending, sortDescending, unsort, filterIn, filterOut, undoFilter, keepFilter
  case frequency, describe, plot, goToRow, goToColumn, wider, narrower, freeze
  // Attributes
  case keepColumn, dropColumn
}
