package import Canvas
package import Diagnostics

/// What happens to the interface: keys, and what the interpreter has to say.
package enum Event: Sendable {
  case input(Input)
  case resized(Size)
  case snapshot(Snapshot)
  /// How far the running line has come; nil when none runs any more.
  case progress(Progress?, elapsedSeconds: Double)
  /// What the running line has to show so far.
  case preview(Outcome)
  /// What is being done takes long enough to be spoken of.
  case runsLong
  case notice(String, isError: Bool)
  /// The answer to `Effect.openTable`.
  case table(TableContent, as: TableContent.Use)
  /// The answer to `Effect.look`.
  case look(line: String, Result<Outcome, Diagnostic>)
  /// The answer to `Effect.compute`.
  case computed(TableWork.Answer)
  /// The answer to `Effect.list`: names in a folder, those of folders ending in a slash.
  case listed(folder: String, entries: [String])
  /// The session has been written.
  case saved(path: String)
  /// The answer to an `Effect.edit` that failed: nothing has changed.
  case refusedEdit(cell: Int, String, Diagnostic)
  /// What `Effect.openEditor` was left with.
  case edited(String)
}
