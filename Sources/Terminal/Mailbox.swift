internal import CTerm
package import Diagnostics
private import Synchronization

/// Where other threads leave messages for the one that owns the terminal.
///
/// Messages keep their order and none is lost. Progress isn't queued: only the latest counts.
package final class Mailbox<Message: Sendable>: Sendable {
  private struct Contents {
    var messages: [Message] = []
    var progress: Progress?

    var isEmpty: Bool { messages.isEmpty && progress == nil }
  }

  private let contents = Mutex(Contents())
  private let wake: @Sendable () -> Void

  /// A mailbox whose posts end the wait of the terminal's owner.
  package convenience init() { self.init { cterm_wake() } }

  /// - Parameter wake: called after a post into an empty box, on the posting thread.
  package init(wake: @escaping @Sendable () -> Void) { self.wake = wake }

  package func post(_ message: Message) { add { $0.messages.append(message) } }

  /// Leaves word of how far work has come in place of earlier word.
  package func post(_ progress: Progress) { add { $0.progress = progress } }

  private func add(_ change: (inout Contents) -> Void) {
    let wasEmpty = contents.withLock { contents in
      defer { change(&contents) }
      return contents.isEmpty
    }
    // Whoever takes empties the pipe first, so a post after that wakes again.
    if wasEmpty { wake() }
  }

  /// Everything since the last call.
  package func take() -> (messages: [Message], progress: Progress?) {
    contents.withLock { contents in
      defer { contents = Contents() }
      return (contents.messages, contents.progress)
    }
  }
}
