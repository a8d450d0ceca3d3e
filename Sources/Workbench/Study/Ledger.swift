private import Synchronization
package import Modelling
package import Tables

/// What outlives edits of the document: finished work, found again by the digest of its inputs, and
/// which pipelines have ever been evaluated on test rows.
package final class Ledger: Sendable {
  private struct State {
    var candidates: [String: Candidate] = [:]
    var fits: [String: FittedPipeline] = [:]
    var opened: Set<String> = []
    var outputs: [String: any ByteSource] = [:]
  }

  private let state = Mutex(State())

  package init() {}

  package func candidate(_ digest: String) -> Candidate? {
    state.withLock { $0.candidates[digest] }
  }

  package func keep(_ candidate: Candidate, as digest: String) {
    state.withLock { $0.candidates[digest] = candidate }
  }

  package func fit(_ digest: String) -> FittedPipeline? { state.withLock { $0.fits[digest] } }

  package func keep(_ fit: FittedPipeline, as digest: String) {
    state.withLock { $0.fits[digest] = fit }
  }

  /// What an outside program gave when it ran last.
  package func output(of command: String) -> (any ByteSource)? {
    state.withLock { $0.outputs[command] }
  }

  package func keep(_ output: any ByteSource, of command: String) {
    state.withLock { $0.outputs[command] = output }
  }

  /// Monotone: nothing takes an opening back.
  package var openedCount: Int { state.withLock { $0.opened.count } }

  package func hasOpened(_ digest: String) -> Bool { state.withLock { $0.opened.contains(digest) } }

  package func open(_ digest: String) { state.withLock { _ = $0.opened.insert(digest) } }
}
