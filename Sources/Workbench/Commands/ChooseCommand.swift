import Learning
import Canvas
package import Diagnostics
import Display
package import Language
import Modelling

/// Decides for a candidate.
package struct ChooseCommand: Command {
  package static let signature = Signature(
    "choose",
    .modelling,
    "decide for a candidate",
    positionals: [.init("candidate", .names, isRequired: true)],
    options: [
      .init("refit", .flag, standard: "no", "fit it to the validation rows too")
    ],
    examples: [
      .init("choose best", "by the first measure"), .init("choose forest", "by its name"),
    ]
  )

  private let name: String
  private let refits: Bool

  package init(reading arguments: inout ArgumentReader) throws(Diagnostic) {
    name = try arguments.name("a candidate's name, or best")
    refits = try arguments.flag("refit") ?? false
  }

  package func run(
    in study: inout Study,
    _ context: RunContext
  ) throws(Diagnostic) -> Outcome {
    let candidate = try study.candidate(named: name == "best" ? nil : name)
    let chosen = try study.fit(
      candidate,
      refits: refits,
      ledger: context.ledger,
      report: context.report
    )
    study.chosen = chosen
    let measure = study.measuresInForce[0]
    let score = candidate.score(measure, try study.population())
    let call = candidate.plan.modelCall.text
    let name = candidate.name == call ? call : "\(candidate.name) (\(call))"
    let rows =
      chosen.isRefitted ? "fitted to all rows that aren't test" : "fitted to the training rows"
    let warnings =
      refits && candidate.holdoutFit != nil
      ? ["fitted to the validation rows too: its score there is of the fit without them"] : []
    return Outcome(
      Notice(
        study,
        [
          .init("model", .string(candidate.name)), .init("measure", .string(measure.name)),
          .init("score", JSON(encoding: score)), .init("refitted", .bool(chosen.isRefitted)),
          .init("inputs", .strings(chosen.pipeline.graph.inputs)),
        ],
        [
          .prose(
            "chosen: \(name), \(measure.name) \(NumberFormat.number(score.mean ?? .nan))"
          ),
          .note(
            "\(rows) · reads \(NumberFormat.count(chosen.pipeline.graph.inputs.count, "source column"))"
          ),
        ]
      ),
      warnings: warnings
    )
  }
}
