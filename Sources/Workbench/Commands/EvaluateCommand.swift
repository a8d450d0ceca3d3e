import Canvas
import Tables
package import Diagnostics
import Kernels
package import Language
import Learning
import Modelling

/// Scores the chosen candidate, else the best, on rows it was not fitted to.
package struct EvaluateCommand: Command {
  package static let signature = Signature(
    "evaluate",
    .modelling,
    "score the chosen candidate on rows it was not fitted to",
    positionals: [
      .init(
        "part",
        .method([
          .init("validation", "validation or out-of-fold rows (as a rule)"),
          .init("test", "opens the sealed test rows, and counts that"),
          .init("train", "rows it was fitted to, to see how much it has memorised"),
        ])
      )
    ],
    options: [.init("model", .name, "another candidate")],
    takesCondition: true,
    examples: [
      .init("evaluate", "on validation or out-of-fold rows"),
      .init("evaluate test", "once, at the end"),
      .init("evaluate where age < 30", "on some of the rows"),
    ]
  )

  private let part: Split.Part
  private let model: String?
  private let condition: Expression?

  package init(reading arguments: inout ArgumentReader) throws(Diagnostic) {
    part = Split.Part(rawValue: try arguments.method(standard: "validation")) ?? .validation
    model = try arguments.name(option: "model")
    condition = arguments.condition
  }

  package func run(
    in study: inout Study,
    _ context: RunContext
  ) throws(Diagnostic) -> Outcome {
    let candidate =
      model == nil ? try study.candidateInForce() : try study.candidate(named: model)
    let population = try study.population(for: candidate.plan.recipe)
    var rows: [Int]
    var scores: Scores
    switch part {
    case .validation:
      guard let outOfFold = candidate.outOfFold(rowCount: study.frame.rowCount) else {
        throw Diagnostic(.internal, "a candidate without folds")
      }
      rows = (0..<study.frame.rowCount).filter { !outOfFold.predictions[$0].isNaN }
      scores = outOfFold.rows(at: rows)
    case .train, .test:
      guard let split = study.split else {
        throw Diagnostic(
          .usage,
          "there are no \(part.rawValue) rows before a split",
          try: "split 60/20/20"
        )
      }
      let fit = try fitted(candidate, in: study, context)
      rows = split.rows(part).filter { !population.labels[$0].isNaN }
      scores = try fit.pipeline.score(population.frame.rows(at: rows)).scores
    }
    if let condition {
      let source = try study.unlearnedRows(reading: condition.columns, for: context.written)
      let mask = try source.condition(condition)
      let kept = rows.indices.filter { mask[rows[$0]] }
      scores = scores.rows(at: kept)
      rows = kept.map { rows[$0] }
    }
    let predictions = scores.predictions
    let scored = rows.indices.filter { !predictions[$0].isNaN }
    let evaluation = EvaluationResult(
      model: candidate.name,
      part: part.rawValue,
      rowsName: part == .validation && candidate.holdoutFit == nil ? "out-of-fold" : part.rawValue,
      rows: scored.count,
      scored: ScoredRows(
        rows: scored.map { rows[$0] },
        scores: scores.rows(at: scored),
        population
      ),
      target: population.target,
      measures: study.measuresInForce,
      testOpenedCount: context.ledger.openedCount
    )
    let left = rows.count - scored.count
    return Outcome(
      evaluation,
      warnings: left > 0
        ? ["\(NumberFormat.count(left, "row")) without what the model needs can't be scored"] : []
    )
  }

  /// Opens the seal before anything of the test rows is seen.
  private func fitted(
    _ candidate: Candidate,
    in study: Study,
    _ context: RunContext
  ) throws(Diagnostic) -> ChosenPipeline {
    let refits = study.chosen?.isRefitted == true && study.chosen?.name == candidate.name
    let chosen = try study.fit(
      candidate,
      refits: refits && candidate.holdoutFit != nil,
      ledger: context.ledger,
      report: context.report
    )
    guard part == .test, !context.ledger.hasOpened(chosen.digest) else { return chosen }
    guard !context.isReplay else {
      throw Diagnostic(
        .stale,
        "the test rows stay sealed until you ask: this pipeline has not been tested yet"
      )
    }
    context.ledger.open(chosen.digest)
    return chosen
  }
}
