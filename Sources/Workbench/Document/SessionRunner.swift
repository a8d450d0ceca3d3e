import Canvas
package import Diagnostics
import Dispatch
import Display
import Glibc
import Language
private import Synchronization
import Tables

/// Feeds the session from one queue, on a thread that is not the screen's, and posts what comes of
/// it as events.
package final class SessionRunner: Sendable {
  private let queue = DispatchQueue(label: "assay.session")
  /// Only the queue's work takes it, so nothing ever waits for it.
  private let session: Mutex<Session>
  private let cancellation = Cancellation()
  private let enough = Cancellation()
  /// Pieces of work, counted.
  private let started = Atomic<Int>(0)
  private let ended = Atomic<Int>(0)
  private let post: @Sendable (Event) -> Void

  /// - Parameters:
  ///   - prepareThread: called first in each piece of work, on its thread.
  ///   - progress: the latest word of a running line; may be called very often.
  ///   - post: takes events, on the session's thread.
  package init(
    interpreter: Interpreter,
    prepareThread: @escaping @Sendable () -> Void = {},
    progress: @escaping @Sendable (Progress) -> Void,
    post: @escaping @Sendable (Event) -> Void
  ) {
    self.prepareThread = prepareThread
    self.post = post
    let cancellation = cancellation
    let watch = RunWatch(enough: enough) { post(.preview(Outcome($0))) }
    session = Mutex(
      Session(
        interpreter: interpreter,
        cancellation: cancellation,
        watch: watch,
        progress: progress,
        publish: { post(.snapshot($0)) }
      )
    )
  }

  private let prepareThread: @Sendable () -> Void

  /// Opens a session, or loads a dataset as the first line of a new one.
  package func open(_ path: String) {
    perform { session throws(Diagnostic) in try session.open(path) }
  }

  /// Does what the interface wants, later.
  package func perform(_ effect: Effect) {
    switch effect {
    case .submit(let lines): perform { session throws(Diagnostic) in session.submit(lines) }
    case .edit(let cell, let source):
      let post = post
      perform { session throws(Diagnostic) in
        do throws(Diagnostic) {
          try session.edit(cell, source)
        } catch {
          post(.refusedEdit(cell: cell, source, error))
        }
      }
    case .remove(let cell):
      perform { session throws(Diagnostic) in try session.remove(cell) }
    case .undo:
      perform { session throws(Diagnostic) in
        guard session.undo() else { throw Diagnostic(.usage, "nothing to undo") }
      }
    case .redo:
      perform { session throws(Diagnostic) in
        guard session.redo() else { throw Diagnostic(.usage, "nothing to redo") }
      }
    case .save(let path):
      let post = post
      perform { session throws(Diagnostic) in post(.saved(path: try session.save(to: path))) }
    case .resolveStale(let cell):
      perform { session throws(Diagnostic) in try session.resolveStale(cell) }
    case .allowCommands(let cell):
      perform { session throws(Diagnostic) in try session.allowCommands(cell) }
    case .openTable(let use):
      let post = post
      perform { session throws(Diagnostic) in
        post(.table(try session.study.tableContent(), as: use))
      }
    case .look(let line): look(line)
    case .compute(let work):
      let post = post
      DispatchQueue.global().async { post(.computed(work.run())) }
    case .list(let folder):
      let post = post
      DispatchQueue.global().async {
        post(.listed(folder: folder, entries: FolderListing.entries(of: folder)))
      }
    case .cancel: cancellation.cancel()
    case .keepRead: enough.cancel()
    case .copy, .openEditor, .repaint, .suspend, .quit:
      preconditionFailure("the terminal performs \(effect)")
    }
  }

  /// Writes the session, if it has a name and has changed, before returning: the terminal is going.
  ///
  /// Lines that run or wait are stopped and stay in the session.
  package func saveNow() {
    cancellation.cancelForGood()
    queue.sync {
      session.withLock { session in
        guard session.path != nil, session.isModified else { return }
        _ = try? session.save(to: nil, isForced: true)
      }
    }
  }

  private func look(_ line: String) {
    let post = post
    perform { session throws(Diagnostic) in
      let result: Result<Outcome, Diagnostic>
      do throws(Diagnostic) {
        result = .success(try session.look(line))
      } catch {
        result = .failure(error)
      }
      post(.look(line: line, result))
    }
  }

  private func perform(_ work: @escaping @Sendable (Session) throws(Diagnostic) -> Void) {
    let post = post
    queue.async { [self] in
      prepareThread()
      let number = started.add(1, ordering: .relaxed).newValue
      DispatchQueue.global().asyncAfter(deadline: .now() + ProgressMeter.patience) { [weak self] in
        guard let self, ended.load(ordering: .relaxed) < number else { return }
        post(.runsLong)
      }
      session.withLock { session in
        do throws(Diagnostic) {
          try work(session)
        } catch {
          post(.notice(error.text(line: "", place: ""), isError: true))
        }
      }
      ended.store(number, ordering: .relaxed)
      post(.progress(nil, elapsedSeconds: 0))
    }
  }
}
