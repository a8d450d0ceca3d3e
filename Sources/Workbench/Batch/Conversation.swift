package import Canvas
package import Diagnostics
import Display
import Language

/// The document as a dialogue: a line in, its output out.
package final class Conversation {
  private let session: Session
  private let transcript: Transcript
  private let print: (String) -> Void
  private let complain: (String) -> Void
  private let asksBeforeLeaving: Bool
  private var shownCount = 0
  /// The rows of a line that goes on.
  private var begun = ""
  private var wasWarned = false
  /// Lines that failed since the start.
  package private(set) var failureCount = 0

  private static let help = """
    Lines of the language are run and kept. Besides them:
      help [VERB]   the verbs, or one with its examples
      lines         the session so far
      undo, redo    take the last line back, and forth
      save [FILE]   write the session
      quit          leave (as does the end of input)


    """

  /// - Parameters:
  ///   - cancellation: raised from another thread to stop the running line.
  ///   - progress: the latest word of a running line; may be called very often, from any thread.
  ///   - asksBeforeLeaving: whether unsaved work is spoken of at the end; for a person only.
  package init(
    width: Int,
    _ rendering: Rendering,
    asksBeforeLeaving: Bool,
    consent: CommandConsent = CommandConsent(.refuses),
    cancellation: Cancellation,
    progress: @escaping @Sendable (Progress) -> Void,
    print: @escaping (String) -> Void,
    complain: @escaping (String) -> Void
  ) {
    session = Session(
      interpreter: Interpreter(consent: consent),
      cancellation: cancellation,
      progress: progress,
      publish: { _ in }
    )
    transcript = Transcript(width: width, rendering)
    self.print = print
    self.complain = complain
    self.asksBeforeLeaving = asksBeforeLeaving
  }

  /// Whether the next line goes on the last.
  package var isContinued: Bool { !begun.isEmpty }

  /// Opens a session, or loads a dataset.
  package func open(_ path: String) {
    attempt { () throws(Diagnostic) in
      try session.open(path)
      show(isEcho: true)
    }
  }

  /// - Returns: false when it is time to leave.
  package func answer(_ line: String) -> Bool {
    let text = begun + line
    begun = ""
    if text.hasSuffix("\\"), Script.Content(text) == .call {
      begun = text + "\n"
      return true
    }
    guard Script.Content(text) != .blank else { return true }
    if text.split(separator: " ") == ["lines"] {
      print(session.document.script.text)
      return true
    }
    let known = Set(VerbCatalog.verbs.keys)
    let word = text == "?" ? .help : WorkbenchWord(line: text, verbs: known)
    switch word {
    case .quit, .exit, .q: return !mayLeave()
    case .help: print(help(on: WorkbenchWord.rest(of: text)))
    case .undo: takeBack(session.undo(), "undo")
    case .redo: takeBack(session.redo(), "redo")
    case .save, .write, .w: save(WorkbenchWord.rest(of: text))
    case .table, .attributes: complain("that is a screen of the workbench: assay FILE\n")
    case nil:
      wasWarned = false
      session.submit([text])
      show(isEcho: false)
    }
    return true
  }

  /// False the first time there is unsaved work, which is said.
  package func mayLeave() -> Bool {
    guard asksBeforeLeaving, session.isModified, !wasWarned else { return true }
    wasWarned = true
    complain("the session is not saved: save NAME writes it, quit again leaves without\n")
    return false
  }

  private func takeBack(_ isDone: Bool, _ word: String) {
    shownCount = session.document.lines.count
    guard isDone else { return complain("nothing to \(word)\n") }
    print(
      session.document.lines.last.map { "the last line is now: \($0.source)\n" }
        ?? "no lines are left\n"
    )
  }

  private func save(_ path: String) {
    attempt { () throws(Diagnostic) in
      print("saved to \(try session.save(to: path.isEmpty ? nil : path))\n")
    }
  }

  private func attempt(_ work: () throws(Diagnostic) -> Void) {
    do throws(Diagnostic) {
      try work()
    } catch {
      failureCount += 1
      complain(error.text(line: "", place: "") + "\n")
    }
  }

  /// Prints the lines that have not been shown yet.
  private func show(isEcho: Bool) {
    let lines = session.document.lines
    for line in lines.dropFirst(min(shownCount, lines.count)) {
      if isEcho, line.content == .call { print(transcript.text(of: line.source)) }
      switch line.state {
      case .done(let outcome), .stale(_, let outcome?):
        if let measurement = outcome.measurement {
          print(transcript.text(of: measurement.scene) + "\n")
        } else if isEcho {
          print(transcript.text(of: line.content))
        }
        for warning in outcome.warnings { complain("note: \(warning)\n") }
      case .failed(let fault):
        failureCount += 1
        complain(fault.text(line: line.source, place: "") + "\n")
      case .waiting, .running, .stale: break
      }
      if case .stale(let reason, _) = line.state { complain("not run: \(reason)\n") }
    }
    shownCount = lines.count { !$0.isRefused }
  }

  private func help(on verb: String) -> String {
    if verb.isEmpty {
      let verbs = VerbCatalog.all.map { "  \($0.word.padded(to: 12)) \($0.summary)" }
      return Self.help + verbs.joined(separator: "\n") + "\n"
    }
    guard let signature = VerbCatalog.verbs[verb] else {
      let near = nearest(to: verb, in: Array(VerbCatalog.verbs.keys))
      return "no verb '\(verb)'\(near.map { ", try: help \($0)" } ?? "")\n"
    }
    let examples = signature.examples.map { "  \($0.line)\n      \($0.meaning)" }
    return "\(signature.usage)\n\(signature.summary)\n\(examples.joined(separator: "\n"))\n"
  }
}
