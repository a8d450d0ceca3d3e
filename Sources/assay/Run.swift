import ArgumentParser
import Canvas
import Diagnostics
import Tables
import Terminal
import Workbench

/// Runs sessions and prints what their lines give.
struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run sessions and print what their lines give."
  )

  @Argument(help: "Session files, or - for standard input.")
  var sessions: [String]

  @Flag(help: "One JSON object a line instead of text.")
  var json = false

  @Option(help: "Columns of the text.")
  var width: Int?

  @Option(help: "Another file in the place of the first load's.")
  var data: String?

  @Option(name: .customLong("set"), help: "A param's value, as NAME=VALUE.")
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
    let given = parameters.compactMap(GivenParameter.init)
    for session in sessions {
      let interpreter = Interpreter(
        folder: session == "-" ? "" : Folder.of(session),
        given: given,
        data: data.map { Folder.absolute($0) }
      )
      let batch = Batch(
        interpreter: interpreter,
        form: json ? .json : .text(width: width ?? printed.width, printed.rendering),
        name: session == "-" ? "standard input" : session,
        print: { Output.write($0) },
        complain: { Output.complain($0) }
      )
      let text: String
      do throws(Diagnostic) {
        text = try SessionText.read(session)
      } catch {
        Output.complain(error.text(line: "", place: "") + "\n")
        throw ExitCode(1)
      }
      guard batch.run(text) else { throw ExitCode(1) }
    }
  }
}
