package import Diagnostics
import Glibc
private import Synchronization
private import Workbench

/// A line on the terminal's standard error that says how far work has come, and goes away.
///
/// Nothing is written where standard error is no terminal, or one that can't clear a line.
package final class ProgressLine: Sendable {
  private struct State {
    var start: Int?
    var lastShown = Int.min / 2
    var isShown = false
    var meter: ProgressMeter?
  }

  /// Work that is done sooner is not spoken of, in milliseconds.
  private static let patience = 400
  /// Between two changes, in milliseconds.
  private static let pause = 100

  private let isUsed: Bool
  private let width: Int
  private let state = Mutex(State())

  package init(width: Int, environment: Environment = .current) {
    let name = environment["TERM"] ?? "dumb"
    isUsed = isatty(STDERR_FILENO) == 1 && name != "dumb"
    self.width = width
  }

  /// May be called very often, from any thread.
  package func show(_ progress: Progress) {
    guard isUsed else { return }
    let now = MonotonicClock.milliseconds()
    state.withLock { state in
      let start = state.start ?? now
      state.start = start
      guard now - start >= Self.patience, now - state.lastShown >= Self.pause else { return }
      state.lastShown = now
      state.isShown = true
      let elapsed = Double(now - start) / 1000
      var meter = state.meter ?? ProgressMeter(progress, elapsedSeconds: elapsed)
      meter.advance(to: progress, elapsedSeconds: elapsed)
      state.meter = meter
      Self.write("\r\(meter.text.prefix(max(0, width - 1)))\u{1B}[K")
    }
  }

  /// Takes the line away: something is about to be printed, or the work is done.
  package func clear() {
    guard isUsed else { return }
    state.withLock { state in
      if state.isShown { Self.write("\r\u{1B}[K") }
      state = State()
    }
  }

  private static func write(_ text: String) {
    let bytes = Array(text.utf8)
    // The buffer holds `count` bytes for the length of the call; a short write loses little.
    _ = unsafe bytes.withUnsafeBytes {
      unsafe Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count)
    }
  }
}
