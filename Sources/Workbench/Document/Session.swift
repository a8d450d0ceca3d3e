package import Diagnostics
import FoundationEssentials
import Language
private import Synchronization
import Tables

/// Owns the document and runs its lines, on one thread that is not the screen's.
package final class Session {
  package private(set) var document = Document()
  package private(set) var path: String?
  /// The lines when nothing was unsaved.
  private var savedText = ""
  /// The file's text when it was last read or written here; nil before.
  private var fileText: String?
  /// Where another's work was found; the next try to save there goes on.
  private var sparedPath: String?
  private var interpreter: Interpreter
  private let cancellation: Cancellation
  private var consentCount = 0
  /// The first line that waits for a yes to an outside program.
  private var request: Snapshot.ConsentRequest?
  private let publish: @Sendable (Snapshot) -> Void
  private let progress: @Sendable (Progress) -> Void
  private let watch: RunWatch

  /// - Parameters:
  ///   - cancellation: raised from another thread to stop the running line.
  ///   - publish: told after each change.
  package init(
    interpreter: Interpreter,
    cancellation: Cancellation,
    watch: RunWatch = RunWatch(),
    progress: @escaping @Sendable (Progress) -> Void,
    publish: @escaping @Sendable (Snapshot) -> Void
  ) {
    self.interpreter = interpreter
    self.cancellation = cancellation
    self.watch = watch
    self.progress = progress
    self.publish = publish
  }

  // MARK: Edits

  /// Appends lines and runs them in turn; the first that fails ends it and is shown, but is no part
  /// of the session.
  package func submit(_ sources: [String]) {
    for (place, source) in sources.enumerated() {
      document.beginEdit()
      let index = document.append(source)
      run(index, .first)
      if case .failed = document.lines[index].state {
        document.refuseEdit()
        break
      }
      if request?.cell == document.lines[index].id {
        // What was to follow waits with it.
        for source in sources[(place + 1)...] {
          let waiting = document.append(source)
          document.finish(waiting, failing: .stale("waits for a yes", nil), isRefused: false)
        }
        break
      }
    }
    publishNow()
  }

  /// Puts another source in a line's place and replays what follows. A source that fails changes
  /// nothing, nor does an edit that is stopped.
  package func edit(_ id: Int, _ source: String) throws(Diagnostic) {
    guard let index = document.index(of: id) else { throw .goneLine }
    guard !document.lines[index].isRefused else {
      // A refused line is gone at the next edit: what it becomes is a new one.
      submit([source])
      return
    }
    document.beginEdit()
    document.setSource(source, at: index)
    run(index, .first)
    if case .failed(let fault) = document.lines[index].state { try abandon(fault) }
    if !replay(from: index + 1) { try abandon(.cancelled) }
  }

  /// Takes a line away and replays what follows; nothing changes when that is stopped.
  package func remove(_ id: Int) throws(Diagnostic) {
    guard let index = document.index(of: id) else { throw .goneLine }
    guard !document.lines[index].isRefused else {
      document.forgetRefused()
      publishNow()
      return
    }
    document.beginEdit()
    document.remove(at: index)
    if !replay(from: index) { try abandon(.cancelled) }
  }

  private func abandon(_ fault: Diagnostic) throws(Diagnostic) {
    document.abandonEdit()
    publishNow()
    throw fault
  }

  /// - Returns: false when there is nothing to take back.
  package func undo() -> Bool {
    let isDone = document.undo()
    publishNow()
    return isDone
  }

  package func redo() -> Bool {
    let isDone = document.redo()
    publishNow()
    return isDone
  }

  /// Runs a stale line after a yes, and what follows it.
  package func resolveStale(_ id: Int) throws(Diagnostic) {
    guard let index = document.index(of: id) else { throw .goneLine }
    let before = document.lines[index].state
    run(index, .again)
    if case .failed(let fault) = document.lines[index].state, fault.kind == .cancelled {
      document.setState(before, at: index)
      publishNow()
      throw fault
    }
    if !replay(from: index + 1) { markStopped(after: index) }
  }

  /// Runs a line's outside program after a yes, which holds for the rest of the session, and what
  /// follows it.
  package func allowCommands(_ id: Int) throws(Diagnostic) {
    interpreter.consent.grant()
    try resolveStale(id)
  }

  /// Runs a line on the study as it stands, keeping neither line nor study.
  package func look(_ line: String) throws(Diagnostic) -> Outcome {
    cancellation.reset()
    return try interpreter.run(line, in: document.study, isReplay: true, report: report).outcome
  }

  // MARK: Running

  private enum Mode {
    /// As typed: a line that fails is refused.
    case first
    /// By itself, after a change before it.
    case replay
    /// After a yes to a line that did not run by itself; it stays in the session when it fails.
    case again
  }

  /// - Returns: false when it was stopped; the lines after that have not run.
  private func replay(from start: Int) -> Bool {
    let before = document.lines.map(\.state)
    for index in document.lines.indices.dropFirst(start) {
      document.setState(.waiting, at: index)
    }
    publishNow()
    for index in document.lines.indices.dropFirst(start) {
      run(index, .replay, before: before[index])
      if case .failed(let fault) = document.lines[index].state, fault.kind == .cancelled {
        return false
      }
    }
    publishNow()
    return true
  }

  /// Leaves the lines that a stopped replay did not come to as stale ones, which run when asked.
  private func markStopped(after start: Int) {
    for index in document.lines.indices.dropFirst(start) {
      switch document.lines[index].state {
      case .waiting: break
      case .failed(let fault) where fault.kind == .cancelled: break
      default: continue
      }
      document.finish(
        index,
        failing: .stale("stopped before it was done", nil),
        isRefused: false
      )
    }
    publishNow()
  }

  /// - Parameter before: the line's state when it last ran.
  private func run(_ index: Int, _ mode: Mode, before: Snapshot.State? = nil) {
    let line = document.lines[index]
    guard line.content == .call else {
      document.finishText(index)
      publishNow()
      return
    }
    // Before anyone can see that it runs, and stop it.
    cancellation.reset()
    watch.enough.reset()
    document.setState(.running, at: index)
    if request?.cell == line.id { request = nil }
    publishNow()
    do throws(Diagnostic) {
      try cancellation.check()
      document.finish(
        index,
        try interpreter.run(
          line.source,
          in: document.study(before: index),
          history: document.history(upTo: index),
          isReplay: mode == .replay,
          report: report,
          watch: watch
        )
      )
    } catch {
      if error.kind == .stale {
        if let command = interpreter.consent.takeAwaited(), consentRequest == nil || mode == .again
        {
          consentCount += 1
          request = Snapshot.ConsentRequest(
            number: consentCount,
            cell: line.id,
            command: command
          )
        }
        document.finish(
          index,
          failing: .stale(error.message, before?.outcome),
          isRefused: false
        )
      } else {
        // A line that the end of the program stopped is still meant.
        let isRefused = mode == .first && !cancellation.isCancelledForGood
        document.finish(index, failing: .failed(error), isRefused: isRefused)
      }
    }
    publishNow()
  }

  private var report: Report {
    let (cancellation, progress) = (cancellation, progress)
    return Report { (step) throws(Diagnostic) in
      try cancellation.check()
      progress(step)
    }
  }

  // MARK: Files

  /// Opens a session's file and replays it, or loads a dataset as the first line of a new session;
  /// that line alone is nothing to save.
  package func open(_ path: String) throws(Diagnostic) {
    guard path.hasSuffix(".assay") else {
      submit(["load \(Words.quotedText(path))"])
      savedText = document.script.text
      publishNow()
      return
    }
    let text = try Self.text(of: path)
    let script = Script(text)
    self.path = path
    interpreter.folder = Self.folder(of: path)
    savedText = script.text
    fileText = text
    for line in script.lines { document.append(line.source) }
    if !replay(from: 0) { markStopped(after: 0) }
  }

  /// Writes the lines; paths in them are then relative to the file.
  ///
  /// - Parameter isForced: whether another's work is replaced without a word. Otherwise the first
  ///   try to do so fails and only the next one goes on.
  /// - Throws: the session then is as before, its name included.
  package func save(to newPath: String?, isForced: Bool = false) throws(Diagnostic) -> String {
    guard let target = newPath ?? path else {
      throw Diagnostic(.usage, "the session has no name yet", try: "save analysis.assay")
    }
    let path = HomeFolder.expanding(target.hasSuffix(".assay") ? target : target + ".assay")
    if !isForced { try spareOthers(at: path) }
    let (old, new) = (interpreter.folder, Self.folder(of: path))
    var moved = document
    if new != old {
      moved.rewriteCalls { PathRewriting.rewrite($0, from: old, to: new) }
    }
    let text = moved.script.text
    try AtomicFile.write(text, to: path)
    document = moved
    interpreter.folder = new
    self.path = path
    savedText = text
    fileText = text
    publishNow()
    return path
  }

  /// Another session of that name, or what something else wrote to ours, is not replaced at once.
  private func spareOthers(at path: String) throws(Diagnostic) {
    let isAgreed = sparedPath == path
    sparedPath = nil
    guard !isAgreed, FileManager.default.fileExists(atPath: path) else { return }
    let isOurs = path == self.path
    let found = try? Self.text(of: path)
    guard found != (isOurs ? fileText : document.script.text) else { return }
    sparedPath = path
    throw Diagnostic(
      .file,
      isOurs
        ? "'\(path)' has been changed elsewhere meanwhile: save again to replace it"
        : "'\(path)' is there already: save again to replace it",
      subject: path
    )
  }

  private static func text(of path: String) throws(Diagnostic) -> String {
    let bytes = try FileSource.bytes(of: path)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Diagnostic(.file, "'\(path)' is no UTF-8 text", subject: path)
    }
    return text
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  // MARK: Snapshots

  /// Nil also when the line that asked is gone.
  package var consentRequest: Snapshot.ConsentRequest? {
    request.flatMap { document.index(of: $0.cell) == nil ? nil : $0 }
  }

  package func publishNow() { publish(snapshot) }

  package var study: Study { document.study }

  package var isModified: Bool { document.script.text != savedText }

  private var snapshot: Snapshot {
    var snapshot = Snapshot()
    snapshot.cells = document.lines.map {
      Snapshot.Cell(id: $0.id, source: $0.source, content: $0.content, state: $0.state)
    }
    snapshot.status = document.study.status(openedCount: interpreter.ledger.openedCount)
    snapshot.names = document.study.names
    snapshot.canUndo = !document.past.isEmpty
    snapshot.canRedo = !document.future.isEmpty
    snapshot.path = path
    snapshot.isModified = isModified
    snapshot.consentRequest = consentRequest
    return snapshot
  }
}

extension Diagnostic {
  fileprivate static let goneLine = Diagnostic(.internal, "the line is not there any more")
}
