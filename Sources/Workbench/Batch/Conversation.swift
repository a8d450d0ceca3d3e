import Display
package import Canvas
import Diagnostics
import Language

/// The document as a dialogue: a line in, its output out.
package final class Conversation {
  private let session: Session
  private let transcript: Transcript
  private let print: (String) -> Void
  private let complain: (String) -> Void
  private var shownCount = 0

  private static let help = """
    Lines of the language are run and kept. Besides them:
      help [VERB]   the verbs, or one with its examples
      undo, redo    take the last line back, and forth
      save [FILE]   write the session
      quit          leave (as does the end of input)

    """

  package init(
    width: Int,
    _ rendering: Rendering,
    print: @escaping (String) -> Void,
    complain: @escaping (String) -> Void
  ) {
    session = Session(
      interpreter: Interpreter(),
      cancellation: Cancellation(),
      progress: { _ in },
      publish: { _ in }
    )
    transcript = Transcript(width: width, rendering)
    self.print = print
    self.complain = complain
  }

  /// Opens a session, or loads a dataset.
  package func open(_ path: String) {
    do throws(Diagnostic) {
      if path.hasSuffix(".assay") {
        try session.open(path)
      } else {
        session.submit(["load \(Words.quotedText(path))"])
      }
      show(isEcho: true)
    } catch {
      complain(error.text(line: "", place: "") + "\n")
    }
  }

  /// - Returns: false when it is time to leave.
  package func answer(_ line: String) -> Bool {
    let words = line.split(separator: " ", maxSplits: 1).map(String.init)
    switch words.first {
    case nil: return true
    case "quit", "exit": return false
    case "help": print(help(on: words.dropFirst().first))
    case "undo" where words.count == 1: takeBack(session.undo(), "undo")
    case "redo" where words.count == 1: takeBack(session.redo(), "redo")
    case "save": save(words.dropFirst().first)
    default:
      session.submit([line])
      show(isEcho: false)
    }
    return true
  }

  private func takeBack(_ isDone: Bool, _ word: String) {
    shownCount = session.document.lines.count
    let last = session.document.lines.last?.source ?? "nothing"
    print(isDone ? "the last line is now: \(last)\n" : "nothing to \(word)\n")
  }

  private func save(_ path: String?) {
    do throws(Diagnostic) {
      let name = path?.filter { $0 != "\"" }
      print("saved to \(try session.save(to: name))\n")
    } catch {
      complain(error.text(line: "", place: "") + "\n")
    }
  }

  /// Prints the lines that have not been shown yet.
  private func show(isEcho: Bool) {
    let lines = session.document.lines
    for line in lines.dropFirst(min(shownCount, lines.count)) {
      if isEcho { print(transcript.text(of: line.source)) }
      switch line.state {
      case .done(let outcome), .stale(_, let outcome?):
        if let measurement = outcome.measurement {
          print(transcript.text(of: measurement.scene) + "\n")
        } else {
          print(transcript.text(of: line.content))
        }
        for warning in outcome.warnings { complain("note: \(warning)\n") }
      case .failed(let fault): complain(fault.text(line: line.source, place: "") + "\n")
      case .waiting, .running, .stale: break
      }
      if case .stale(let reason, _) = line.state { complain("not run: \(reason)\n") }
    }
    shownCount = lines.count { !$0.isRefused }
  }

  private func help(on verb: String?) -> String {
    guard let verb else {
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
