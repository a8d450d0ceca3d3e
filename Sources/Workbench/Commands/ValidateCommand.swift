import Canvas
package import Diagnostics
import Display
package import Language
import Modelling
import Tables

/// Says on which rows candidates are compared.
package struct ValidateCommand: Command {
  package static let signature = Signature(
    "validate",
    .question,
    "say on which rows candidates are compared",
    positionals: [
      .init(
        "method",
        .method([
          .init("holdout", "fit to the training part, score the validation part"),
          .init("kfold", "folds over all rows that aren't test"),
          .init("time", "fit to what came before, score the next stretch"),
        ])
      )
    ],
    options: [
      .init("folds", .integer(2...1000), standard: "5", "how many"),
      .init("repeats", .integer(1...1000), standard: "1", "drawn anew so many times"),
      .init("column", .column, "each of its values is a fold"),
    ],
    examples: [
      .init("validate kfold folds=5 repeats=2", "ten fits a candidate"),
      .init("validate column=fold", "folds that another tool has drawn"),
    ]
  )

  private let validation: Validation

  package init(reading arguments: inout ArgumentReader) throws(Diagnostic) {
    let method = try arguments.method(standard: "")
    let folds = try arguments.integer("folds", in: 2...1000)
    let repeats = try arguments.integer("repeats", in: 1...1000)
    let column = try arguments.name(option: "column")
    switch (method, column) {
    case ("holdout", nil): validation = .holdout
    case ("kfold", nil):
      validation = .kfold(
        folds: folds ?? Validation.standardFoldCount,
        repeats: repeats ?? 1
      )
    case ("time", nil): validation = .time(folds: folds ?? Validation.standardFoldCount)
    case ("", let column?): validation = .column(column)
    default: throw arguments.needs("one of holdout, kfold, time, or column=")
    }
    let isFolded = method == "kfold" || method == "time"
    guard isFolded || folds == nil, method == "kfold" || repeats == nil else {
      throw Diagnostic(
        .usage,
        "folds= goes with kfold and time, repeats= with kfold",
        try: "validate kfold folds=5 repeats=2"
      )
    }
  }

  package func run(
    in study: inout Study,
    _ context: RunContext
  ) throws(Diagnostic) -> Outcome {
    try study.requireData()
    study.validation = validation
    study.foldColumn = nil
    if case .column(let name) = validation {
      guard study.target?.held.column.name != name else {
        throw Diagnostic(.usage, "'\(name)' is the target, it can't make folds", subject: name)
      }
      study.foldColumn = try study.hold(name, for: context.written)
    }
    try study.refreshView(report: context.report)
    let folds = try study.folds()
    let scored = folds.reduce(0) { $0 + $1.scored.count }
    return Outcome(
      Notice(
        study,
        [.init("validation", .string(validation.text)), .init("folds", .count(folds.count))],
        [
          .prose(
            "validate \(validation.text): \(NumberFormat.count(folds.count, "fit")), "
              + "\(NumberFormat.count(scored, "row")) scored"
          )
        ]
      )
    )
  }
}
