import ArgumentParser
import Glibc
import Workbench

/// The program: subcommands only, everything else lives in the layers below.
@main
struct Assay: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assay",
    abstract: "A notebook for exploring data and building models, in a terminal.",
    usage: """
      assay [FILE]
      assay <subcommand> …
      """,
    discussion: """
      assay penguins.csv          open a dataset in the workbench
      assay penguins.assay        go on with a session
      assay run penguins.assay    run a session and print it
      assay repl penguins.csv     line by line, where there is no full screen

      Ends with 0, with 1 when a line failed, with 2 when the command line is wrong, with 130 \
      when it was interrupted.
      """,
    version: Tool.nameAndVersion,
    subcommands: [Open.self, Run.self, REPL.self, Predict.self],
    defaultSubcommand: Open.self
  )

  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let code as ExitCode {
      Glibc.exit(code.rawValue)
    } catch {
      let isWrongUse = exitCode(for: error) != .success
      let text = fullMessage(for: error)
      Output.write(text + "\n", to: isWrongUse ? STDERR_FILENO : STDOUT_FILENO)
      // 2 for wrong usage, whatever the parser's own convention is.
      Glibc.exit(isWrongUse ? 2 : 0)
    }
  }
}
