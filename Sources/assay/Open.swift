import ArgumentParser

/// Opens the workbench.
struct Open: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Open the workbench on a dataset or a session (the default)."
  )

  @Argument(help: "A dataset, or a session ending in .assay.")
  var file: String?

  func run() throws {}
}
