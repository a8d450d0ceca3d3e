package import Diagnostics
import Display
package import Language
import Modelling

/// Says how good is measured; the first measure ranks.
package struct MeasureCommand: Command {
  package static let signature = Signature(
    "measure",
    .question,
    "say how predictions are judged; the first measure ranks",
    positionals: [
      .init(
        "measure",
        .method(MeasureCatalog.all.map { .init($0.name, $0.summary) }),
        isRequired: true
      )
    ],
    examples: [.init("measure roc_auc log_loss", "fitted candidates are scored again at once")]
  )

  private let measures: [any Measure.Type]

  package init(reading arguments: inout ArgumentReader) throws(Diagnostic) {
    var measures: [any Measure.Type] = []
    for word in arguments.words() {
      guard let measure = MeasureCatalog.measure(named: word) else {
        throw .unknown("measure", word, known: MeasureCatalog.all.map { $0.name })
      }
      measures.append(measure)
    }
    guard !measures.isEmpty else { throw arguments.needs("a measure") }
    self.measures = measures
  }

  package func run(
    in study: inout Study,
    _ context: RunContext
  ) throws(Diagnostic) -> Outcome {
    try study.requireData()
    if let target = study.target?.target {
      let isClass = target.kind == .class
      for measure in measures where !(isClass ? measure.scoresClasses : measure.scoresNumbers) {
        let fitting = MeasureCatalog.all.filter { isClass ? $0.scoresClasses : $0.scoresNumbers }
        throw Diagnostic(
          .usage,
          "\(measure.name) is for \(isClass ? "a number" : "a class"), "
            + "'\(target.name)' is a \(target.kind.rawValue)",
          try: "measure " + fitting.map { $0.name }.joined(separator: " "),
          subject: measure.name
        )
      }
    }
    study.measures = measures.map { $0.name }
    return Outcome(
      Notice(
        study,
        [.init("measures", .strings(study.measures))],
        measures.map {
          .prose("\($0.name) (\($0.isBetterHigher ? "higher" : "lower") is better): \($0.summary)")
        }
      )
    )
  }
}
