package import Diagnostics
import Display
package import Language

/// A verb that changes what is asked of the rows, works on models, or writes files.
///
/// Law: on error the study is unchanged. The interpreter sees to it: it hands in a copy.
package protocol Command: Verb {
  func run(in study: inout Study, _ context: RunContext) throws(Diagnostic) -> Outcome
}

/// What a line may use beside the study.
package struct RunContext: Sendable {
  package var report: Report
  package var watch: RunWatch
  /// The folder that relative paths start from.
  package var folder: String
  /// Undo, edits and reopening replay: they write no export and open no test rows for a pipeline
  /// that hasn't been opened before.
  package var isReplay: Bool
  package var ledger: Ledger
  package var consent: CommandConsent
  /// The line, bound, and as it was written.
  package var call: Call
  package var written: Call
  /// Params given from outside, which stand above the session's own.
  package var given: [String: Argument]
  /// The session's lines up to this one, for provenance.
  package var history: [String]

  package init(
    report: Report,
    watch: RunWatch = RunWatch(),
    folder: String,
    isReplay: Bool,
    ledger: Ledger,
    consent: CommandConsent = CommandConsent(.refuses),
    call: Call,
    written: Call,
    given: [String: Argument] = [:],
    history: [String] = []
  ) {
    self.report = report
    self.watch = watch
    self.folder = folder
    self.isReplay = isReplay
    self.ledger = ledger
    self.consent = consent
    self.call = call
    self.written = written
    self.given = given
    self.history = history
  }

  /// The path as the file system wants it.
  package func resolve(_ path: String) -> String {
    if HomeFolder.isMeant(by: path) { return HomeFolder.expanding(path) }
    if path.hasPrefix("/") || folder.isEmpty { return path }
    return folder + "/" + path
  }

  /// A fault of reading the resolved path, told as the line has it.
  package func naming(_ path: String, in fault: Diagnostic) -> Diagnostic {
    let full = resolve(path)
    var told = fault
    if fault.subject == full { told.subject = path }
    told.message = fault.message.replacing("'\(full)'", with: "'\(path)'")
    // The hint for a file that isn't there is a path too.
    guard fault.message == "no file '\(full)'", let near = fault.hint else { return told }
    let isBelow = full != path && near.hasPrefix(folder + "/")
    told.hint = Words.quotedText(isBelow ? String(near.dropFirst(folder.count + 1)) : near)
    return told
  }
}
