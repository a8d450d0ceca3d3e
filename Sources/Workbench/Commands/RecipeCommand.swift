import Canvas
package import Diagnostics
import Display
package import Language
import Pipelines

/// Opens a recipe, new or there already.
package struct RecipeCommand: Command {
  package static let signature = Signature(
    "recipe",
    .question,
    "open another recipe; steps join the one that is open",
    positionals: [.init("name", .name, isRequired: true)],
    options: [.init("from", .name, "the recipe a new one begins as")],
    examples: [
      .init("recipe trees from=main", "a copy to go on with"), .init("recipe main", "back again"),
    ]
  )

  private let name: String
  private let from: String?

  package init(reading arguments: inout ArgumentReader) throws(Diagnostic) {
    name = try arguments.name("a name")
    from = try arguments.name(option: "from")
  }

  package func run(
    in study: inout Study,
    _ context: RunContext
  ) throws(Diagnostic) -> Outcome {
    try study.requireData()
    try study.openRecipe(name, from: from, report: context.report)
    let steps = study.recipe.ordered.map(\.call.text)
    return Outcome(
      Notice(
        study,
        [.init("recipe", .string(name)), .init("steps", .strings(steps))],
        [
          .prose("recipe \(name): \(NumberFormat.count(steps.count, "step"))"),
          .table(Scene.Table([""], rows: steps.map { [.init($0, .muted)] }, noun: "step")),
        ]
      )
    )
  }
}
