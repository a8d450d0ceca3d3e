package import Diagnostics
import Display
package import Language
import Modelling
import Pipelines
import Tables

/// Fits models to the recipe as it stands, and scores them on rows they have not seen.
package struct TrainCommand: Command {
  package static let signature = Signature(
    "train",
    .modelling,
    "fit models and score them on rows they have not seen",
    positionals: [
      .init(
        "model",
        .method(
          ModelCatalog.all.map { .init($0.signature.word, $0.signature.summary) }
        ),
        isRequired: true
      )
    ],
    options: [
      .init("recipe", .name, "another recipe than the open one"),
      .init("as", .name, "the candidate's name"),
    ],
    takesForeignOptions: true,
    examples: [
      .init("train baseline logistic forest", "several with their defaults"),
      .init("train forest trees=300 as=large", "one with options and a name"),
    ]
  )

  private let models: [Call]
  private let recipe: String?
  private let name: String?

  package init(reading arguments: inout ArgumentReader) throws(Diagnostic) {
    recipe = try arguments.name(option: "recipe")
    name = try arguments.name(option: "as")
    let options = arguments.takeForeignOptions()
    let words = arguments.words()
    guard !words.isEmpty else { throw arguments.needs("a model") }
    guard words.count == 1 || (options.isEmpty && name == nil) else {
      let option = options.first?.name ?? "as"
      throw Diagnostic(
        .usage,
        "\(option)= goes with one model, found \(words.count)",
        try: "train \(words[0]) \(options.first?.text ?? "as=NAME")",
        subject: option
      )
    }
    var models: [Call] = []
    for word in words {
      var call = Call(word)
      call.options = options
      _ = try ModelCatalog.read(call)
      models.append(call)
    }
    self.models = models
  }

  package func run(
    in study: inout Study,
    _ context: RunContext
  ) throws(Diagnostic) -> Outcome {
    let recipe = try study.recipe(named: self.recipe ?? study.currentRecipe)
    let population = try study.population(for: recipe)
    let folds = try study.folds()
    let (validation, isSaid) = study.validationInForce
    let setting = study.setting
    var warnings: [String] = []
    var trained: [Candidate] = []
    for call in models {
      let plan = try PipelinePlan(recipe: recipe, modelCall: call)
      let name = try name(of: plan, in: study, setting: setting)
      let digest = setting + plan.text
      var candidate: Candidate
      if let known = context.ledger.candidate(digest) {
        candidate = known
        candidate.name = name
      } else {
        candidate = try plan.validate(
          population,
          folds: folds,
          keepsFit: validation == .holdout,
          name: name,
          setting: setting,
          report: context.report
        )
        context.ledger.keep(candidate, as: digest)
      }
      study.candidates.removeAll { $0.name == name && $0.setting == setting }
      study.candidates.append(candidate)
      trained.append(candidate)
      warnings += candidate.warnings.map { "\(name): \($0)" }
    }
    if !isSaid, validation != .holdout, study.candidates.count == trained.count {
      warnings.append(
        "no validation part and no 'validate': \(folds.count) folds over all rows that aren't test"
      )
    }
    return Outcome(
      Leaderboard(trained, study: study, population: population, isRanked: false),
      warnings: warnings
    )
  }

  /// `as=`, else the model's word, with the recipe where it isn't the first, numbered when taken by
  /// another plan. The same plan keeps its name.
  private func name(
    of plan: PipelinePlan,
    in study: Study,
    setting: String
  ) throws(Diagnostic) -> String {
    let onBoard = study.candidates.filter { $0.setting == setting }
    if let name {
      if let taken = onBoard.first(where: { $0.name == name }), taken.plan.text != plan.text {
        throw Diagnostic(
          .usage,
          "there is already a candidate '\(name)'",
          try: "as=\(name)_2",
          subject: "as=\(name)"
        )
      }
      return name
    }
    if let same = onBoard.first(where: { $0.plan.text == plan.text }) { return same.name }
    let suffix = plan.recipe.name == study.recipes.first?.name ? "" : "@\(plan.recipe.name)"
    let base = plan.modelCall.verb + suffix
    var candidate = base
    var number = 2
    while onBoard.contains(where: { $0.name == candidate }) {
      candidate = "\(base)_\(number)"
      number += 1
    }
    return candidate
  }
}
