import ArgumentParser
import Diagnostics
import Glibc
import Terminal
import Workbench

/// The line-by-line form.
struct REPL: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "repl",
    abstract: "Type lines in the terminal's own scrollback."
  )

  @Argument(help: "A dataset, or a session ending in .assay.")
  var file: String?

  func run() throws { try Self.run(opening: file) }

  /// Reads lines until the input ends or says `quit`.
  static func run(opening file: String?) throws {
    let printed = PrintedOutput.standard()
    let conversation = Conversation(
      width: printed.width,
      printed.rendering,
      print: { Output.write($0) },
      complain: { Output.complain($0) }
    )
    if let file { conversation.open(file) }
    let prompt = printed.isTerminal && isatty(STDIN_FILENO) == 1 ? "› " : ""
    while true {
      Output.write(prompt)
      guard let line = readLine() else { break }
      guard conversation.answer(line) else { return }
    }
    if !prompt.isEmpty { Output.write("\n") }
  }
}
