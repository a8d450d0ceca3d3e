import ArgumentParser
import Canvas
import Diagnostics
import Glibc
import Terminal
import Workbench

/// The line-by-line form.
struct REPL: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "repl",
    abstract: "Type lines in the terminal's own scrollback.",
    discussion: """
      Each line is run and kept; 'help' lists the verbs, 'save NAME' writes the session, Ctrl-C \
      stops a running line. Lines may also come from a pipe or a file; the program then ends with \
      1 when one of them failed.
      """
  )

  @Argument(help: "A dataset, or a session ending in .assay.")
  var file: String?

  @Flag(help: "Let 'load command=' run outside programs.")
  var allowCommands = false

  func run() throws {
    try Self.run(opening: file, CommandConsent(allowCommands ? .allows : .refuses))
  }

  /// Reads lines until the input ends or says `quit`.
  static func run(
    opening file: String?,
    _ consent: CommandConsent = CommandConsent(.refuses)
  ) throws {
    let printed = PrintedOutput.standard()
    let isTyped = printed.isTerminal && isatty(STDIN_FILENO) == 1
    let (prompt, further) =
      !isTyped
      ? ("", "")
      : printed.rendering.glyphs == .ascii
        ? ("> ", "  ") : ("› ", "… ")
    let interrupts = Interrupts {
      guard isTyped else { _exit(Interrupts.exitCode) }
      Output.write("\n\(prompt)")
    }
    let progress = ProgressLine(width: printed.width)
    let conversation = Conversation(
      width: printed.width,
      printed.rendering,
      asksBeforeLeaving: isTyped,
      consent: consent,
      cancellation: interrupts.cancellation,
      progress: { progress.show($0) },
      print: {
        progress.clear()
        Output.write($0)
      },
      complain: {
        progress.clear()
        Output.complain($0)
      }
    )
    if let file { interrupts.working { conversation.open(file) } }
    var lines = InputLines()
    while true {
      Output.write(conversation.isContinued ? further : prompt)
      guard let line = lines.next() else {
        if isTyped { Output.write("\n") }
        if conversation.mayLeave() { break }
        continue
      }
      let goesOn = interrupts.working { conversation.answer(line) }
      progress.clear()
      guard goesOn else { break }
    }
    if !isTyped, conversation.failureCount > 0 { throw ExitCode(1) }
  }
}
