package import Diagnostics
private import Synchronization

/// Whether lines may run outside programs: never one without a yes.
package final class CommandConsent: Sendable {
  package enum Policy: Sendable {
    /// Nobody can be asked.
    case refuses
    /// A person is asked once.
    case asks
    case allows
  }

  private struct State {
    var policy: Policy
    /// What a line wanted to run and may not yet.
    var awaited: String?
  }

  private let state: Mutex<State>

  package init(_ policy: Policy) { state = Mutex(State(policy: policy)) }

  /// The person has said yes, for the rest of the session.
  package func grant() { state.withLock { $0.policy = .allows } }

  /// - Parameter program: as it is shown to who is asked.
  /// - Throws: `.usage` where nobody can be asked; `.stale` where someone has to be.
  package func check(_ program: String) throws(Diagnostic) {
    switch state.withLock({ $0.policy }) {
    case .allows: return
    case .asks:
      state.withLock { $0.awaited = program }
      throw Diagnostic(.stale, "an outside program runs only after a yes: \(program)")
    case .refuses:
      throw Diagnostic(
        .usage,
        "'\(program)' is an outside program: it runs when assay run, repl or predict is given "
          + "--allow-commands"
      )
    }
  }

  /// What the line that failed last wanted to run, if that was its fault.
  package func takeAwaited() -> String? {
    state.withLock { state in
      defer { state.awaited = nil }
      return state.awaited
    }
  }
}
