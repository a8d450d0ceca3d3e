import Diagnostics
private import Dispatch
private import Synchronization

/// SHA-256 of the bytes a table was read from.
///
/// A file is hashed in the background from the start on; whoever asks waits. A digest of what was in
/// memory is computed when first asked for.
package final class SourceDigest: Sendable {
  private let source: any ByteSource
  private let state = Mutex(State.open)
  private let background: DispatchGroup

  private enum State {
    case open
    case known(String?)
  }

  /// - Parameter inBackground: begins at once, on another thread.
  package init(of source: any ByteSource, inBackground: Bool) {
    self.source = source
    let group = DispatchGroup()
    background = group
    guard inBackground else { return }
    DispatchQueue.global(qos: .utility).async(group: group) { _ = self.computed() }
  }

  /// Nil when the source isn't the one any more that was read.
  package var sha256: String? {
    background.wait()
    return computed()
  }

  private func computed() -> String? {
    state.withLock { state in
      if case .known(let digest) = state { return digest }
      let digest = try? Fingerprint.sha256(of: source)
      state = .known(digest)
      return digest
    }
  }
}
