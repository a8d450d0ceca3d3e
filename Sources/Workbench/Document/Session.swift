package import Diagnostics
import Language
private import Synchronization
import Tables

/// Owns the document and runs its lines, on one thread that is not the screen's.
package final class Session {
  package private(set) var document = Document()
  package private(set) var path: String?
  private var savedText: String?
  private var interpreter: Interpreter
  private let cancellation: Cancellation
  private let publish: @Sendable (Snapshot) -> Void
  private let progress: @Sendable (Progress) -> Void

  /// - Parameters:
  ///   - cancellation: raised from another thread to stop the running line.
  ///   - publish: told after each change.
  package init(
    interpreter: Interpreter,
    cancellation: Cancellation,
    progress: @escaping @Sendable (Progress) -> Void,
    publish: @escaping @Sendable (Snapshot) -> Void
  ) {
    self.interpreter = interpreter
    self.cancellation = cancellation
    self.progress = progress
    self.publish = publish
  }

  // MARK: Edits

  /// Appends lines and runs them in turn; the first that fails ends it and is shown, but is no part
  /// of the session.
  package func submit(_ sources: [String]) {
    for source in sources {
      document.beginEdit()
      let index = document.append(source)
      run(index, isReplay: false)
      if case .failed = document.lines[index].state { break }
    }
    publishNow()
  }

  /// Puts another source in a line's place and replays what follows. A source that fails changes
  /// nothing.
  package func edit(_ id: Int, _ source: String) throws(Diagnostic) {
    guard let index = document.index(of: id) else { throw .goneLine }
    document.beginEdit()
    guard let index = document.index(of: id) else {
      // A refused line has been taken away: what it becomes is a new one.
      document.abandonEdit()
      _ = index
      submit([source])
      return
    }
    document.setSource(source, at: index)
    run(index, isReplay: false)
    if case .failed(let fault) = document.lines[index].state {
      document.abandonEdit()
      publishNow()
      throw fault
    }
    replay(from: index + 1)
  }

  package func remove(_ id: Int) throws(Diagnostic) {
    guard let index = document.index(of: id) else { throw .goneLine }
    if document.lines[index].isRefused {
      document.beginEdit()
      publishNow()
      return
    }
    document.beginEdit()
    guard let index = document.index(of: id) else { throw .goneLine }
    document.remove(at: index)
    replay(from: index)
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
    run(index, isReplay: false)
    replay(from: index + 1)
  }

  /// Runs a line on the study as it stands, keeping neither line nor study.
  package func look(_ line: String) throws(Diagnostic) -> Outcome {
    cancellation.reset()
    return try interpreter.run(line, in: document.study, isReplay: true, report: report).outcome
  }

  // MARK: Running

  private func replay(from start: Int) {
    for index in document.lines.indices.dropFirst(start) {
      document.setState(.waiting, at: index)
    }
    publishNow()
    for index in document.lines.indices.dropFirst(start) { run(index, isReplay: true) }
    publishNow()
  }

  private func run(_ index: Int, isReplay: Bool) {
    let line = document.lines[index]
    guard line.content == .call else {
      document.finishText(index)
      publishNow()
      return
    }
    let last: Outcome? = if case .done(let outcome) = line.state { outcome } else { nil }
    document.setState(.running, at: index)
    publishNow()
    cancellation.reset()
    do throws(Diagnostic) {
      document.finish(
        index,
        try interpreter.run(
          line.source,
          in: document.study(before: index),
          history: document.history(upTo: index),
          isReplay: isReplay,
          report: report
        )
      )
    } catch {
      if error.kind == .stale {
        document.finish(index, failing: .stale(error.message, last), isRefused: false)
      } else {
        document.finish(index, failing: .failed(error), isRefused: !isReplay)
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

  /// Opens a session's file and replays it.
  package func open(_ path: String) throws(Diagnostic) {
    let text = try Self.text(of: path)
    let script = Script(text)
    self.path = path
    interpreter.folder = Self.folder(of: path)
    savedText = script.text
    for line in script.lines { document.append(line.source) }
    replay(from: 0)
  }

  /// Writes the lines; paths in them are then relative to the file.
  package func save(to newPath: String?) throws(Diagnostic) -> String {
    guard let target = newPath ?? path else {
      throw Diagnostic(.usage, "the session has no name yet", try: "analysis.assay")
    }
    let path = target.hasSuffix(".assay") ? target : target + ".assay"
    let folder = Self.folder(of: path)
    if folder != interpreter.folder {
      for (index, line) in document.lines.enumerated() where line.content == .call {
        document.setSource(
          PathRewriting.rewrite(line.source, from: interpreter.folder, to: folder),
          at: index
        )
      }
      interpreter.folder = folder
    }
    let text = document.script.text
    try AtomicFile.write(text, to: path)
    self.path = path
    savedText = text
    publishNow()
    return path
  }

  private static func text(of path: String) throws(Diagnostic) -> String {
    let bytes = try SourceBytes.read(path, report: .silent)
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

  package func publishNow() { publish(snapshot) }

  package var study: Study { document.study }

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
    snapshot.isModified = document.script.text != savedText ?? ""
    return snapshot
  }
}

extension Diagnostic {
  fileprivate static let goneLine = Diagnostic(.internal, "the line is not there any more")
}
