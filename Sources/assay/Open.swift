import ArgumentParser
import Diagnostics
import Glibc
import Terminal

/// Opens the workbench.
struct Open: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Open the workbench on a dataset or a session (the default)."
  )

  @Argument(help: "A dataset, or a session ending in .assay.")
  var file: String?

  func run() throws {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
      Output.complain(
        "assay: the workbench needs a terminal; without one: assay run SESSION, or assay run -\n"
      )
      throw ExitCode(2)
    }
    do throws(Diagnostic) {
      try Notebook.run(opening: file)
    } catch {
      // A terminal that can't show a full screen still has lines.
      Output.complain("assay: \(error.message); going on line by line\n")
      try REPL.run(opening: file)
    }
  }
}
