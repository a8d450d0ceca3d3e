private import Synchronization

/// How far a long piece of work has come.
package struct Progress: Hashable, Sendable {
  /// What is being done, such as `forest, fold 3 of 5`.
  package var activity: String
  package var done: Int
  /// Nil while unknown.
  package var total: Int?
  package var unit: Unit

  /// What `done` and `total` count.
  package enum Unit: Hashable, Sendable { case items, bytes }

  package init(_ activity: String, done: Int, of total: Int?, unit: Unit = .items) {
    self.activity = activity
    self.done = done
    self.total = total
    self.unit = unit
  }
}

/// Progress and cancellation in one call: long work calls it once per unit of work, and stops when
/// it throws.
package struct Report: Sendable {
  private let body: @Sendable (Progress) throws(Diagnostic) -> Void

  package init(_ body: @escaping @Sendable (Progress) throws(Diagnostic) -> Void) {
    self.body = body
  }

  package func callAsFunction(_ progress: Progress) throws(Diagnostic) {
    try body(progress)
  }

  /// The same report with `prefix` before each activity that it doesn't name already.
  package func prefixed(_ prefix: String) -> Report {
    let body = body
    return Report { (progress) throws(Diagnostic) in
      var named = progress
      // `forest, fold 2 of 5`, not `forest, fold 2 of 5, forest`.
      let isSaid = prefix.hasPrefix(progress.activity)
      named.activity = isSaid ? prefix : "\(prefix), \(progress.activity)"
      try body(named)
    }
  }

  /// Work that nobody watches and nobody stops.
  package static let silent = Report { (_) throws(Diagnostic) in }
}

/// A flag that one thread raises and a report, on another, turns into `.cancelled`.
package final class Cancellation: Sendable {
  private let raised = Atomic<Bool>(false)
  private let isFinal = Atomic<Bool>(false)

  package init() {}

  package func cancel() { raised.store(true, ordering: .relaxed) }
  package func reset() { raised.store(false, ordering: .relaxed) }
  /// Cancels whatever comes later too: the program ends.
  package func cancelForGood() { isFinal.store(true, ordering: .relaxed) }
  package var isCancelledForGood: Bool { isFinal.load(ordering: .relaxed) }
  package var isCancelled: Bool { raised.load(ordering: .relaxed) || isCancelledForGood }

  package func check() throws(Diagnostic) {
    if isCancelled { throw .cancelled }
  }
}
