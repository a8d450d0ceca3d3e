import ArgumentParser

/// The line-by-line form.
struct REPL: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "repl",
    abstract: "Type lines in the terminal's own scrollback."
  )

  @Argument(help: "A dataset, or a session ending in .assay.")
  var file: String?

  func run() throws {}
}
