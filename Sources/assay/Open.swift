import ArgumentParser
import Diagnostics
import Glibc
import Terminal
import Workbench

/// Opens the workbench.
struct Open: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Open the workbench on a dataset or a session (the default)."
  )

  @Argument(help: "A dataset, or a session ending in .assay; - for standard input.")
  var file: String?

  func run() throws {
    var file = file
    if file == "-" || file == nil && isatty(STDIN_FILENO) == 0 && isatty(STDOUT_FILENO) == 1 {
      do throws(Diagnostic) {
        file = try StandardInput.keep(.silent)
      } catch {
        Output.complain("assay: \(error.message)\n")
        throw ExitCode(1)
      }
      Self.takeKeyboard()
    }
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

  /// Standard input has been read to its end: keys come from the terminal itself.
  private static func takeKeyboard() {
    let terminal = unsafe open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard terminal >= 0 else { return }
    dup2(terminal, STDIN_FILENO)
    close(terminal)
  }
}
