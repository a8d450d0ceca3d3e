package import Diagnostics
package import Language
import Tables

/// The document as the notebook shows it: a value, made anew after each change.
package struct Snapshot: Sendable {
  package var cells: [Cell] = []
  package var status = Status()
  package var canUndo = false
  package var canRedo = false
  /// The session's file; nil until it has been named.
  package var path: String?
  package var isModified = false
  package var consentRequest: ConsentRequest?
  /// What completion offers where the grammar wants a column, a recipe, a candidate.
  package var names = Names()

  package init() {}

  /// Whether lines run or wait for their turn.
  package var isRunning: Bool {
    cells.contains {
      switch $0.state {
      case .running, .waiting: true
      case .done, .failed, .stale: false
      }
    }
  }

  /// A line that runs an outside program, and waits for a yes.
  package struct ConsentRequest: Hashable, Sendable {
    /// Counted up with each request, so that each is asked once.
    package var number: Int
    package var cell: Int
    package var command: String

    package init(number: Int, cell: Int, command: String) {
      self.number = number
      self.cell = cell
      self.command = command
    }
  }

  /// A line and what it gave.
  package struct Cell: Sendable, Identifiable {
    /// Stays with the line through edits of others.
    package var id: Int
    package var source: String
    package var content: Script.Content
    package var state: State
    /// What there is to see while it runs; nil when there is nothing or it runs no more.
    package var preview: Outcome?

    package init(id: Int, source: String, content: Script.Content, state: State) {
      self.id = id
      self.source = source
      self.content = content
      self.state = state
    }
  }

  package enum State: Sendable {
    /// Waits for the lines before it.
    case waiting
    case running
    case done(Outcome)
    case failed(Diagnostic)
    /// Not run again by itself: why, and what its last outcome was.
    case stale(String, Outcome?)

    /// The last one there was.
    package var outcome: Outcome? {
      switch self {
      case .done(let outcome): outcome
      case .stale(_, let outcome): outcome
      case .waiting, .running, .failed: nil
      }
    }
  }

  /// What the status line says.
  package struct Status: Hashable, Sendable {
    package var dataset: String?
    package var rowCount = 0
    package var columnCount = 0
    package var target: String?
    package var split: String?
    package var measure: String?
    package var testOpenedCount = 0
    package var candidateCount = 0
    package var chosen: String?
    package var recipe = "main"

    package init() {}
  }

  package struct Names: Hashable, Sendable {
    package var columns: [ColumnSelection.Candidate] = []
    package var recipes: [String] = []
    package var candidates: [String] = []
    package var parameters: [String] = []
    package var functions: [String] = []
    package var tables: [String] = []

    package init() {}
  }
}
