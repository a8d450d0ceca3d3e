private import Synchronization

/// Remembers what has been drawn or measured, so that a key redraws only what it changes.
///
/// A copy of the state shares it: it only ever saves work, its keys say all that a value hangs on.
final class Memo<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private let values = Mutex<[Key: Value]>([:])
  private let capacity: Int

  /// - Parameter capacity: how many values are kept; beyond it all are forgotten.
  init(capacity: Int) { self.capacity = capacity }

  func value(for key: Key, make: () -> Value) -> Value {
    if let known = values.withLock({ $0[key] }) { return known }
    let value = make()
    values.withLock {
      if $0.count >= capacity { $0.removeAll() }
      $0[key] = value
    }
    return value
  }

  func removeAll() { values.withLock { $0.removeAll() } }
}
