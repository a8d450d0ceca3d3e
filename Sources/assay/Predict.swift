import ArgumentParser
import Diagnostics
import Specs
import Tables
import Workbench

/// Predicts the rows of a file by a pipeline's spec.
struct Predict: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Predict the rows of a file by a pipeline's spec, as CSV.",
    discussion: "One row out for each row in. A row that can't be predicted has its reason in "
      + "the column 'error', and the program then ends with 1."
  )

  @Argument(help: "A pipeline, as 'export spec' writes it.")
  var spec: String

  @Argument(help: "The data, in any format that 'load' reads, or - for standard input.")
  var data: String

  @Option(
    help: ArgumentHelp(
      "A table of a database, a sheet of a workbook, an array in JSON.",
      valueName: "name"
    )
  )
  var table: String?

  @Flag(help: "Let outside programs run: duckdb, which reads Parquet.")
  var allowCommands = false

  func run() throws {
    do throws(Diagnostic) {
      let predictor = Predictor(try PipelineSpec.read(spec))
      let table = try table(for: predictor)
      for warning in table.warnings { Output.complain("note: \(warning)\n") }
      let rows = try predictor.predict(table.frame)
      Output.write(String(decoding: try CSVWriter().text(of: rows.frame), as: UTF8.self))
      guard rows.errorCount == 0 else {
        Output.complain("\(rows.errorCount) rows could not be predicted: see the column 'error'\n")
        throw Diagnostic(.data, "")
      }
    } catch {
      if !error.message.isEmpty { Output.complain(error.text(line: "", place: "") + "\n") }
      throw ExitCode(1)
    }
  }

  /// The data, in the kinds that the pipeline has learned from.
  private func table(for predictor: Predictor) throws(Diagnostic) -> LoadedTable {
    var options = ReadingOptions()
    options.kinds = predictor.kinds
    options.table = table
    let source =
      data == "-"
      ? NamedSource("standard input", try FileSource.source(at: "/dev/stdin"))
      : try FileSource.source(at: data)
    let consent = CommandConsent(allowCommands ? .allows : .refuses)
    return try ReaderCatalog.read(
      source,
      options,
      given: table == nil ? [] : ["table"],
      ReadingContext(),
      consent: { (program) throws(Diagnostic) in try consent.check(program) }
    ).table
  }
}
