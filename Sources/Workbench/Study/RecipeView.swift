package import Diagnostics
import Kernels
package import Pipelines
package import Tables

/// The current recipe fitted to the training rows, with all rows that may be seen as it leaves
/// them. Test rows are in none of it.
package struct RecipeView: Sendable {
  package private(set) var fitted = FittedRecipe()
  /// After the table steps.
  package private(set) var frame = Frame()
  /// After the design steps too.
  package private(set) var design = Frame()
  /// Rows marked by `exclude`.
  package private(set) var marks: [Bool] = []
  /// Rows that steps learn from: the training part, or all before a split.
  private var isTraining: [Bool] = []
  private var hasDesignSteps = false

  package init() {}

  package init(of recipe: Recipe, in study: Study, report: Report) throws(Diagnostic) {
    try self.init(rowsOf: study, for: recipe)
    for step in recipe.ordered { try append(step, seed: study.baseSeed, report: report) }
  }

  /// The rows before any step.
  private init(rowsOf study: Study, for recipe: Recipe) throws(Diagnostic) {
    var rows = try study.baseRows(of: recipe)
    if let split = study.split {
      let visible = split.parts.indices.filter { split.parts[$0] != .test }
      if visible.count < rows.rowCount { rows = rows.rows(at: visible) }
      isTraining = visible.map { split.parts[$0] == .train }
    } else {
      isTraining = [Bool](repeating: true, count: rows.rowCount)
    }
    frame = rows
    design = rows
    marks = [Bool](repeating: false, count: rows.rowCount)
  }

  /// The view with one more step; only what comes after it in running order is fitted anew.
  package func appending(
    _ step: RecipeStep,
    to study: Study,
    report: Report
  ) throws(Diagnostic) -> RecipeView {
    guard !step.makesDesign, hasDesignSteps else {
      var copy = self
      try copy.append(step, seed: study.baseSeed, report: report)
      return copy
    }
    var recipe = study.recipe
    recipe.append(step)
    return try RecipeView(of: recipe, in: study, report: report)
  }

  private mutating func append(
    _ step: RecipeStep,
    seed: Seed,
    report: Report
  ) throws(Diagnostic) {
    let rows = step.makesDesign ? design : frame
    let learning = rows.filter(isTraining.indices.map { isTraining[$0] && !marks[$0] })
    guard learning.rowCount > 0 || rows.rowCount == 0 else {
      throw Diagnostic(.data, "every training row is excluded")
    }
    let next = try step.fit(to: learning, seed: seed, report: report)
    let (after, newMarks) = try next.apply(to: rows)
    fitted.steps.append(next)
    design = after
    if step.makesDesign { hasDesignSteps = true } else { frame = after }
    if let newMarks { for row in newMarks.indices where newMarks[row] { marks[row] = true } }
  }
}
