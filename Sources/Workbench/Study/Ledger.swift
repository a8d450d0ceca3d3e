private import Synchronization
package import Modelling

/// What outlives edits of the document: finished work, found again by the digest of its inputs, and
/// which pipelines have ever been evaluated on test rows.
package final class Ledger: Sendable {
  private struct State {
    var candidates: [String: Candidate] = [:]
    var fits: [String: FittedPipeline] = [:]
    var opened: Set<String> = []
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

  /// Monotone: nothing takes an opening back.
  package var openedCount: Int { state.withLock { $0.opened.count } }

  package func hasOpened(_ digest: String) -> Bool { state.withLock { $0.opened.contains(digest) } }

  package func open(_ digest: String) { state.withLock { _ = $0.opened.insert(digest) } }
}
