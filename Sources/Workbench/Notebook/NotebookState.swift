package import Canvas
import Diagnostics
import Language

/// The whole interface as a value: events change it and give effects, and it draws itself.
///
/// It knows neither the terminal nor the interpreter. The newest snapshot is all it knows of the
/// document.
package struct NotebookState: Sendable {
  package let vocabulary: Vocabulary
  package internal(set) var snapshot = Snapshot()
  package internal(set) var size: Size
  let rendering: Rendering

  /// Whether keys go to the cells rather than to the command line, when no screen is open.
  var isInCells = false
  var commandLine: CommandLine
  var cells = CellList()
  var screens: [Screen] = []
  var question: Question?
  /// The newest request for a yes to an outside program that has been put.
  var askedConsent = 0
  var pendingKeys: [Key] = []
  var notice: Notice?
  var meter: ProgressMeter?
  /// Looks that were asked for by a key and haven't come yet.
  var awaitedLooks = 0
  var showsSessionText = false
  var folders: [String: [String]] = [:]
  /// Leave as soon as the session is written.
  var quitsWhenSaved = false
  /// The work at hand takes so long that its progress is shown; what is done at once shows none.
  var runsLong = false
  /// A refused line, while another that was suggested to come before it stands in its place.
  var postponed: (cell: Int, source: String)?
  /// Ctrl-C was pressed while the present line runs.
  var hasCancelled = false

  /// One line of talk; the next key takes it away.
  struct Notice: Hashable, Sendable {
    var text: String
    var isError: Bool
    /// It speaks of the running line and goes with it.
    var isOfRun = false
  }

  /// The smallest window in which anything useful can be shown.
  package static let leastSize = Size(30, 8)

  /// History is the lines of earlier sessions, oldest first.
  package init(
    vocabulary: Vocabulary,
    size: Size = Size(80, 24),
    rendering: Rendering = .full,
    history: [String] = []
  ) {
    self.vocabulary = vocabulary
    self.size = size
    self.rendering = rendering
    commandLine = CommandLine(history: history)
  }

  /// Where keys go now.
  package var context: KeyContext {
    screens.last?.context ?? (isInCells ? .cells : .commandLine)
  }

  /// The topmost screen that fills the view; nil for the notebook itself.
  var view: Screen? { screens.last { $0.coversView } }

  package var isRunning: Bool {
    awaitedLooks > 0 || snapshot.isRunning
  }

  /// Whether the running line has shown something that Esc would keep.
  var isPreviewing: Bool { snapshot.cells.contains { $0.preview != nil } }

  var completer: Completer {
    Completer(vocabulary: vocabulary, names: snapshot.names, folders: folders)
  }

  mutating func say(_ text: String, isError: Bool = false) {
    notice = Notice(text: text, isError: isError)
  }

  /// Something about the running line, which is no longer true when it has ended.
  mutating func sayOfRun(_ text: String) {
    notice = Notice(text: text, isError: false, isOfRun: true)
  }

  mutating func closeScreens() { screens.removeAll() }
}
