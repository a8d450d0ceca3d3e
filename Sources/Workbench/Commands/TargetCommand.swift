import Canvas
package import Diagnostics
import Display
package import Language
import Modelling
import Tables

/// Says which column is to be predicted.
package struct TargetCommand: Command {
  package static let signature = Signature(
    "target",
    .question,
    "say which column is to be predicted",
    positionals: [.init("column", .column, isRequired: true)],
    options: [
      .init("kind", .choice(["class", "number"]), "what it is; found out if left out"),
      .init("positive", .value, "the positive one of two classes"),
      .init(
        "transform",
        .choice(["log"]),
        "models learn the logarithm; predictions are turned back"
      ),
    ],
    examples: [
      .init("target species", "classes, because it is a category"),
      .init("target risk positive=0", "the class that precision, recall and cost speak of"),
      .init("target price transform=log", "a number above 0 with a long tail"),
    ]
  )

  private let column: String
  private let kind: Target.Kind?
  private let positive: Value?
  private let isLogarithmic: Bool

  package init(reading arguments: inout ArgumentReader) throws(Diagnostic) {
    column = try arguments.column()
    kind = try arguments.choice("kind", among: ["class", "number"]).flatMap(Target.Kind.init)
    positive = try arguments.value("positive")
    isLogarithmic = try arguments.choice("transform", among: ["log"]) == "log"
  }

  package func run(
    in study: inout Study,
    _ context: RunContext
  ) throws(Diagnostic) -> Outcome {
    try study.requireData()
    if let role = study.roles.first(where: { $0.held.column.name == column }) {
      throw Diagnostic(
        .usage,
        "'\(column)' already has the role \(role.role.rawValue)",
        subject: column
      )
    }
    let held = try study.hold(column, for: context.written)
    let target = try Target(
      of: held.column,
      kind: kind,
      positive: positive,
      isLogarithmic: isLogarithmic
    )
    study.target = TargetColumn(target: target, held: held)
    study.measures = study.measures.filter { name in
      MeasureCatalog.measure(named: name).map {
        target.kind == .class ? $0.scoresClasses : $0.scoresNumbers
      } ?? false
    }
    try study.refreshView(report: context.report)
    var warnings: [String] = []
    if held.column.missingCount > 0 {
      warnings.append(
        "\(NumberFormat.count(held.column.missingCount, "row")) without a value of '\(column)' "
          + "are neither fitted nor scored"
      )
    }
    warnings += lonelyClasses(target, held.column)
    return Outcome(facts(of: target, held.column, study), warnings: warnings)
  }

  private func lonelyClasses(_ target: Target, _ column: Column) -> [String] {
    let categories = column.categories
    return target.levels.filter { level in
      categories.code(of: level).map { categories.counts[Int($0)] } == 1
    }.map { "class '\($0)' has 1 row: it can be learned or scored, not both" }
  }

  private func facts(of target: Target, _ column: Column, _ study: Study) -> Notice {
    let categories = column.categories
    let counts = target.levels.map { level in
      categories.code(of: level).map { categories.counts[Int($0)] } ?? 0
    }
    let members: [JSON.Member] = [
      .init("target", .string(target.name)), .init("kind", .string(target.kind.rawValue)),
      .init("levels", .strings(target.levels)),
      .init("positive", .optional(target.positive.map { target.levels[$0] })),
      .init("transform", target.isLogarithmic ? .string("log") : .null),
      .init("missing", .count(column.missingCount)),
    ]
    guard target.kind == .class else {
      let scale = target.isLogarithmic ? ", learned as its logarithm" : ""
      return Notice(study, members, [.prose("target \(target.name): a number\(scale)")])
    }
    let known = counts.reduce(0, +)
    var blocks: [Scene.Block] = [
      .prose(
        "target \(target.name): \(NumberFormat.count(target.levels.count, "class", plural: "classes"))"
      ),
      .bars(
        Scene.Bars(
          zip(target.levels, counts).map { level, count in
            .init(
              level,
              Double(count),
              text: NumberFormat.count(count),
              share: Double(count) / Double(max(1, known))
            )
          },
          noun: "class"
        )
      ),
    ]
    if let positive = target.positive {
      blocks.append(.note("positive class: \(target.levels[positive])"))
    }
    return Notice(study, members, blocks)
  }
}
