import ArgumentParser
import Diagnostics
import Specs
import Tables

/// Predicts the rows of a file by a pipeline's spec.
struct Predict: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Predict the rows of a file by a pipeline's spec, as CSV.",
    discussion: "One row out for each row in. A row that can't be predicted has its reason in "
      + "the column 'error', and the program then ends with 1."
  )

  @Argument(help: "A pipeline, as 'export spec' writes it.")
  var spec: String

  @Argument(help: "The data, as CSV, or - for standard input.")
  var data: String

  func run() throws {
    do throws(Diagnostic) {
      let predictor = Predictor(try PipelineSpec.read(spec))
      var options = ReadingOptions()
      options.kinds = predictor.kinds
      let table = try CSVReader(options).read(data == "-" ? "/dev/stdin" : data)
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
}
