package import Diagnostics
private import Dispatch
private import Synchronization

/// Runs independent chunks of work on all cores and gives their results in the order of chunks.
///
/// What a chunk is must not depend on the number of cores; then neither do the results. The caller's
/// thread works too and waits, so this is never called on the thread that owns the screen.
package enum ChunkRunner {
  /// The results of `body(0)`, `body(1)` … `body(count - 1)`.
  ///
  /// - Throws: the error of the first chunk (in chunk order) that failed. Chunks after a failed one
  ///   are not started.
  package static func run<Result: Sendable>(
    _ count: Int,
    body: @Sendable (_ chunk: Int) throws(Diagnostic) -> Result
  ) throws(Diagnostic) -> [Result] {
    guard count > 1 else { return count == 1 ? [try body(0)] : [] }
    let slots = Slots<Result>(count: count)
    DispatchQueue.concurrentPerform(iterations: count) { chunk in
      guard chunk < slots.failed.withLock({ $0.chunk }) else { return }
      do throws(Diagnostic) {
        let result = try body(chunk)
        slots.results.withLock { $0[chunk] = result }
      } catch {
        slots.failed.withLock { if chunk < $0.chunk { $0 = (chunk, error) } }
      }
    }
    if let error = slots.failed.withLock({ $0.error }) { throw error }
    return slots.results.withLock { $0.compactMap(\.self) }
  }

  /// The same over slices of 0..<rowCount that hold `size` rows each (the last one fewer).
  package static func run<Result: Sendable>(
    rows rowCount: Int,
    size: Int,
    body: @Sendable (Range<Int>) throws(Diagnostic) -> Result
  ) throws(Diagnostic) -> [Result] {
    let size = max(1, size)
    let count = (max(0, rowCount) + size - 1) / size
    return try run(count) { (chunk) throws(Diagnostic) in
      try body(chunk * size..<min(rowCount, (chunk + 1) * size))
    }
  }
}

private final class Slots<Result: Sendable>: Sendable {
  let results: Mutex<[Result?]>
  let failed = Mutex<(chunk: Int, error: Diagnostic?)>((.max, nil))

  init(count: Int) { results = Mutex([Result?](repeating: nil, count: count)) }
}
