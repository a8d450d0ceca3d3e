import Synchronization
import Tables

/// The last frame that someone was shown.
final class Latch: Sendable {
  private let shown = Mutex<Frame?>(nil)

  var frame: Frame? { shown.withLock { $0 } }

  func set(_ frame: Frame) { shown.withLock { $0 = frame } }
}
