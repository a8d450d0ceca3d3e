package import Diagnostics
package import Kernels
package import Language
package import Tables

/// The steps of one way to prepare the data: table steps in line order, then design steps in line
/// order.
package struct Recipe: Sendable {
  package var name: String
  /// In the order of their lines.
  package private(set) var steps: [RecipeStep]

  package init(name: String, steps: [RecipeStep] = []) {
    self.name = name
    self.steps = steps
  }

  package mutating func append(_ step: RecipeStep) { steps.append(step) }

  /// In the order in which they run.
  package var ordered: [RecipeStep] { tableSteps + steps.filter(\.makesDesign) }

  package var tableSteps: [RecipeStep] { steps.filter { !$0.makesDesign } }

  /// Equal texts prepare the same data in the same way.
  package var text: String {
    ordered.map { $0.call.text + $0.step.boundDigest }.joined(separator: "\n")
  }
}

/// A step with the line that made it; the call is bound, free of params and defined functions.
package struct RecipeStep: Sendable {
  package var call: Call
  package var step: any Step
  /// See ``Training/held``: the columns that were held at the step's line.
  package var held: Set<String>

  package init(call: Call, step: any Step, held: Set<String> = []) {
    self.call = call
    self.step = step
    self.held = held
  }

  /// The column that the line makes, if it says so itself.
  package var made: [String] { call.definition.map { [$0.name] } ?? [] }

  package var makesDesign: Bool { type(of: step).makesDesign }

  /// Learns from the rows, naming its line in a fault.
  package func fit(
    to frame: Frame,
    seed: Seed,
    report: Report
  ) throws(Diagnostic) -> FittedRecipeStep {
    let training = Training(frame: frame, held: held, seed: seed.derived(call.text))
    return FittedRecipeStep(call: call, fitted: try step.fit(to: training, report: report))
  }
}

extension [RecipeStep] {
  /// Fits one step after the other, each to the rows as those before it leave them.
  ///
  /// - Parameter frame: the training rows as loaded.
  /// - Returns: the fitted steps and the training rows as the last one leaves them, marked rows
  ///   left out.
  package func fit(
    to frame: Frame,
    seed: Seed,
    report: Report
  ) throws(Diagnostic) -> (fitted: FittedRecipe, training: Frame) {
    var fitted = FittedRecipe()
    var rows = frame
    for step in self {
      try report(Progress(step.call.text, done: fitted.steps.count, of: count))
      let next: FittedRecipeStep
      do throws(Diagnostic) {
        next = try step.fit(to: rows, seed: seed, report: report)
      } catch {
        guard error.kind != .cancelled else { throw error }
        var fault = error
        fault.message = "'\(step.call.text)': \(error.message)"
        throw fault
      }
      fitted.steps.append(next)
      let (after, marks) = try next.apply(to: rows)
      rows = marks.map { marks in after.filter(marks.map { !$0 }) } ?? after
    }
    return (fitted, rows)
  }
}
