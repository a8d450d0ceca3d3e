package import Diagnostics
package import Language
package import Learning
package import Pipelines
package import Tables
private import Glibc

/// A recipe and a model that have learned together: from source columns to predictions.
package struct FittedPipeline: Sendable {
  package let recipe: FittedRecipe
  package let features: [Feature]
  package let modelCall: Call
  package let model: any FittedModel
  package let target: Target
  package let graph: ScoringGraph

  package init(
    recipe: FittedRecipe,
    features: [Feature],
    modelCall: Call,
    model: any FittedModel,
    target: Target
  ) {
    self.recipe = recipe
    self.features = features
    self.modelCall = modelCall
    self.model = model
    self.target = target
    graph = ScoringGraph(
      operations: recipe.operations,
      features: features,
      stages: model.stages + (target.isLogarithmic ? [.exponential] : []),
      answer: target.answer
    )
  }

  /// Predicts every row; see ``ScoringGraph/score(_:)``.
  package func score(_ frame: Frame) throws(Diagnostic) -> (scores: Scores, gaps: [String?]) {
    try graph.score(frame)
  }
}

extension Double {
  var logarithm: Double { log(self) }
}
