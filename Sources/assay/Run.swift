import ArgumentParser
import Canvas
import Diagnostics
import Glibc
import Tables
import Terminal
import Workbench

/// Runs sessions and prints what their lines give.
struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run sessions and print what their lines give.",
    discussion: """
      Data goes to standard output, notes and errors to standard error. Ends with 0, with 1 when \
      a line failed (nothing after it has run), with 2 when the command line is wrong, with 130 \
      when Ctrl-C stopped it.
      """
  )

  @Argument(help: "Session files, or - for standard input.")
  var sessions: [String]

  @Flag(help: "Print one JSON object per line of a session instead of text.")
  var json = false

  @Option(
    help: ArgumentHelp(
      "Columns of the text (20 to 1000; default: the terminal's, else 80).",
      valueName: "n"
    )
  )
  var width: Int?

  @Option(
    help: ArgumentHelp("Put another file in the place of the first load's.", valueName: "file")
  )
  var data: String?

  @Flag(help: "Let 'load command=' run outside programs.")
  var allowCommands = false

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "Give a param its value, over the session's own; may be repeated.",
      valueName: "name=value"
    )
  )
  var parameters: [String] = []

  func validate() throws {
    if let width, !(20...1000).contains(width) {
      throw ValidationError("--width is \(width), expected 20 to 1000")
    }
    for parameter in parameters where GivenParameter(parameter) == nil {
      throw ValidationError("--set takes NAME=VALUE, found '\(parameter)'")
    }
  }

  func run() throws {
    let printed = PrintedOutput.standard()
    let interrupts = Interrupts { _exit(Interrupts.exitCode) }
    let progress = ProgressLine(width: printed.width)
    let isDone = interrupts.working {
      sessions.allSatisfy { run($0, printed, interrupts.cancellation, progress) }
    }
    progress.clear()
    if !isDone { throw ExitCode(interrupts.wasRaised ? Interrupts.exitCode : 1) }
  }

  /// - Returns: false when a line failed, or the session could not be read.
  private func run(
    _ session: String,
    _ printed: PrintedOutput,
    _ cancellation: Cancellation,
    _ progress: ProgressLine
  ) -> Bool {
    let complain: (String) -> Void = {
      progress.clear()
      Output.complain($0)
    }
    let batch = Batch(
      interpreter: Interpreter(
        consent: CommandConsent(allowCommands ? .allows : .refuses),
        folder: session == "-" ? "" : Folder.of(session),
        given: parameters.compactMap(GivenParameter.init),
        data: data.map { Folder.absolute($0) }
      ),
      form: json ? .json : .text(width: width ?? printed.width, printed.rendering),
      name: session == "-" ? "standard input" : session,
      report: Report { (step) throws(Diagnostic) in
        try cancellation.check()
        progress.show(step)
      },
      print: {
        progress.clear()
        Output.write($0)
      },
      complain: complain
    )
    do throws(Diagnostic) {
      return batch.run(try SessionText.read(session))
    } catch {
      complain(error.text(line: "", place: "") + "\n")
      return false
    }
  }
}
