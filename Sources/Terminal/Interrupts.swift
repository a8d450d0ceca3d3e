package import Diagnostics
import Dispatch
import Glibc
private import Synchronization

/// Ctrl-C where lines are printed: it stops the work that goes on. Work that doesn't heed it is ended
/// with the program by pressing again after a second; sooner would punish impatience.
package final class Interrupts: Sendable {
  /// The exit code of a program that was interrupted.
  package static let exitCode: Int32 = 130

  /// Raised by Ctrl-C while work goes on.
  package let cancellation = Cancellation()
  private let isWorking = Atomic<Bool>(false)
  /// When the present work was first interrupted, in milliseconds; 0 if it wasn't.
  private let firstPress = Atomic<Int>(0)
  private let source = Mutex<(any DispatchSourceSignal)?>(nil)

  /// Listens from now on, as long as it lives.
  ///
  /// - Parameter whenIdle: answers Ctrl-C between two pieces of work, on another thread.
  package init(whenIdle: @escaping @Sendable () -> Void) {
    // The source sees the signal whatever is done by default, which is to end.
    signal(SIGINT, SIG_IGN)
    source.withLock { kept in
      let source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
      source.setEventHandler { [weak self] in self?.take(whenIdle) }
      source.resume()
      kept = source
    }
  }

  deinit { source.withLock { $0?.cancel() } }

  private func take(_ whenIdle: () -> Void) {
    guard isWorking.load(ordering: .relaxed) else { return whenIdle() }
    let now = MonotonicClock.milliseconds()
    let first = firstPress.compareExchange(expected: 0, desired: now, ordering: .relaxed)
    if !first.exchanged, now - first.original >= 1000 { _exit(Self.exitCode) }
    cancellation.cancel()
  }

  /// Whether the work was to be stopped.
  package var wasRaised: Bool { firstPress.load(ordering: .relaxed) > 0 }

  /// Does work that Ctrl-C stops.
  package func working<Value>(_ work: () -> Value) -> Value {
    firstPress.store(0, ordering: .relaxed)
    cancellation.reset()
    isWorking.store(true, ordering: .relaxed)
    defer { isWorking.store(false, ordering: .relaxed) }
    return work()
  }
}
