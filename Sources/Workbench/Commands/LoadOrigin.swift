package import Diagnostics
import FoundationEssentials
import Language
import Tables

/// Where a `load` finds its bytes.
enum LoadOrigin: Sendable {
  case file(String)
  /// `-`
  case standardInput
  case command(String)

  init(path: String) { self = path == "-" ? .standardInput : .file(path) }

  /// As the line names it.
  var text: String {
    switch self {
    case .file(let path): path
    case .standardInput: "-"
    case .command(let command): command
    }
  }

  /// As a heading has it.
  var title: String {
    switch self {
    case .file(let path): path.split(separator: "/").last.map(String.init) ?? path
    case .standardInput: "standard input"
    case .command(let command): command
    }
  }

  /// Standard input, which can be read only once, is kept as a file; the line names the copy then.
  func settled(_ context: RunContext) throws(Diagnostic) -> (origin: LoadOrigin, line: String?) {
    guard case .standardInput = self else { return (self, nil) }
    guard !context.isReplay else {
      throw Diagnostic(.stale, "standard input isn't there a second time")
    }
    let path = try StandardInput.keep(context.report)
    var call = context.written
    call.arguments = [.value(.text(path))]
    return (.file(path), call.text)
  }

  /// A fault told as the line has it.
  func naming(_ fault: Diagnostic, _ context: RunContext) -> Diagnostic {
    guard case .file(let path) = self else { return fault }
    return context.naming(path, in: fault)
  }
}

/// Standard input as a file in the user's folder for state.
package enum StandardInput {
  /// - Returns: the path of the copy.
  package static func keep(_ report: Report) throws(Diagnostic) -> String {
    let environment = ProcessInfo.processInfo.environment
    let given = environment["XDG_STATE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    let folder = given ?? HomeFolder.expanding("~/.local/state")
    return try KeptInput.keep(in: "\(folder)/assay/stdin", report) { head in
      let isPacked = GzipSource.recognises(head)
      let reader = ReaderCatalog.reader(name: "", head: head)
      return (isPacked ? "csv" : reader.fileExtensions[0]) + (isPacked ? ".gz" : "")
    }
  }
}
