package import Canvas
package import Diagnostics

/// What runs in the event loop: a state that takes events and draws itself.
package protocol Application {
  /// What other threads post.
  associatedtype Message: Sendable

  mutating func handle(_ input: Input)
  mutating func handle(_ message: Message)
  /// The latest progress of work elsewhere.
  mutating func handle(_ progress: Progress)
  mutating func handle(_ notice: ScreenNotice)

  /// What the terminal is to do, in order; empties the list.
  mutating func takeRequests() -> [ScreenRequest]

  /// Called at most every 16 ms, and only after something was handled. It may keep what it learns
  /// of the size.
  mutating func draw(in size: Size, _ rendering: Rendering) -> Screenful

  /// Ends the loop when true; asked after everything handled.
  var wantsToQuit: Bool { get }
}

/// What an application asks of the terminal.
package enum ScreenRequest: Hashable, Sendable {
  /// Puts the text on the system's clipboard.
  case copy(String)
  /// Opens the file in the person's editor and waits; the answer is `ScreenNotice.edited`.
  case edit(file: String)
  case suspend
  /// Draws everything anew.
  case repaint
}

/// What happened to the terminal or the process, other than keys.
package enum ScreenNotice: Hashable, Sendable {
  /// SIGINT from outside; Ctrl-C at the keyboard comes as a key.
  case interrupted
  /// SIGTERM or SIGQUIT: save and quit. The loop ends after this.
  case terminated
  /// The terminal has gone: save and quit. The loop ends after this; nothing can be shown.
  case hungUp
  case edited(file: String, succeeded: Bool)
  /// The program was suspended and goes on.
  case resumed
}
