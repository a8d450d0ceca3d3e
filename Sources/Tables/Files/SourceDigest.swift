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
      let digest = Self.sha256(of: source)
      state = .known(digest)
      return digest
    }
  }

  private static func sha256(of source: any ByteSource) -> String? {
    var fingerprint = Fingerprint()
    var block = [UInt8](repeating: 0, count: 1 << 18)
    do throws(Diagnostic) {
      let stream = try source.open()
      while true {
        let count = try stream.read(into: &block, 0..<block.count)
        if count == 0 { return fingerprint.hexadecimal }
        fingerprint.update(plain: block.span.extracting(first: count))
      }
    } catch {
      return nil
    }
  }
}
