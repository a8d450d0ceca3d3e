import Canvas
package import Diagnostics
import Display
package import Language
import Learning
import Modelling
import Specs
import Tables

/// Shows the chosen pipeline's predictions; nothing is written.
package struct PredictCommand: Command {
  package static let signature = Signature(
    "predict",
    .modelling,
    "show the chosen pipeline's predictions",
    positionals: [.init("file", .text)],
    examples: [
      .init("predict", "for the rows that aren't test"),
      .init("predict \"new.csv\"", "for the rows of a file"),
    ]
  )

  private let path: String?

  package init(reading arguments: inout ArgumentReader) throws(Diagnostic) {
    path = try arguments.optionalText("the file's path")
  }

  package func run(
    in study: inout Study,
    _ context: RunContext
  ) throws(Diagnostic) -> Outcome {
    let chosen = try study.requireChosen()
    let spec = try study.spec(of: chosen, context, referenceCount: 0)
    let predictor = Predictor(spec)
    guard let path else {
      let population = try study.population(for: chosen.candidate.plan.recipe)
      let rows = population.frame.rows(at: study.openRows)
      return try outcome(predictor.predict(rows), beside: rows, of: chosen, spec)
    }
    var options = ReadingOptions()
    options.kinds = predictor.kinds
    let loaded: LoadedTable
    do throws(Diagnostic) {
      loaded = try CSVReader(options).read(context.resolve(path), report: context.report)
    } catch {
      throw context.naming(path, in: error)
    }
    return try outcome(predictor.predict(loaded.frame), beside: loaded.frame, of: chosen, spec)
  }

  private func outcome(
    _ predictions: Predictor.Rows,
    beside rows: Frame,
    of chosen: ChosenPipeline,
    _ spec: PipelineSpec
  ) throws(Diagnostic) -> Outcome {
    let warnings =
      predictions.errorCount > 0
      ? [
        "\(NumberFormat.count(predictions.errorCount, "row")) can't be predicted: see the column error"
      ] : []
    return Outcome(
      try PredictionTable(model: chosen.name, predictions: predictions.frame, rows: rows),
      warnings: warnings
    )
  }
}

/// The first predictions, and how they are distributed over all rows.
private struct PredictionTable: Measurement {
  let model: String
  let rows: Int
  let columns: [String]
  /// Column by column; undefined is null.
  let values: [[JSON]]
  /// Without reasons where every row could be predicted.
  private let shown: Frame

  private enum CodingKeys: String, CodingKey { case model, rows, columns, values }

  private static let shownCount = 10

  init(model: String, predictions: Frame, rows: Frame) throws(Diagnostic) {
    self.model = model
    self.rows = predictions.rowCount
    columns = predictions.names
    values = predictions.columns.map { column in
      (0..<column.count).map { column.value(at: $0).json }
    }
    let told = predictions.columns.filter { $0.name != "error" || $0.missingCount < $0.count }
    shown = try Frame(told, rowNumbers: predictions.rowNumbers).prefix(Self.shownCount)
  }

  var scene: Scene {
    var table = Scene.Table(
      [.number("row")]
        + shown.columns.map { column in
          column.kind == .number ? .number(column.name) : .init(column.name)
        }
    )
    let texts = shown.columns.map(Self.texts(of:))
    for row in 0..<shown.rowCount {
      table.rows.append(
        [.init(NumberFormat.count(shown.rowNumbers[row] + 1), .muted)]
          + texts.map { .init($0[row]) }
      )
    }
    return Scene([
      .heading("\(model): \(NumberFormat.count(rows, "prediction"))"), .table(table),
      .note(
        rows > shown.rowCount ? "the first \(shown.rowCount) of \(NumberFormat.count(rows))" : ""
      ),
    ])
  }
}

extension PredictionTable {
  /// Numbers with their points below one another.
  private static func texts(of column: Column) -> [String] {
    let values = (0..<column.count).map { column.value(at: $0) }
    guard column.kind == .number else { return values.map(\.plainText) }
    return NumberFormat.column(values.map { $0.double ?? .nan })
  }
}

extension Value {
  fileprivate var json: JSON {
    switch self {
    case .missing: .null
    case .boolean(let value): .bool(value)
    case .integer(let value): .integer(value)
    case .number(let value): .number(value)
    case .text, .datetime: .string(plainText)
    }
  }
}
