package import Diagnostics
package import Language
package import Learning
package import Tables

/// A recipe that has learned; it can only be applied.
package struct FittedRecipe: Sendable {
  package var steps: [FittedRecipeStep] = []

  package init(steps: [FittedRecipeStep] = []) { self.steps = steps }

  package var operations: [Operation] { steps.flatMap(\.fitted.operations) }

  /// The rows as the steps leave them, and which of them are marked.
  package func apply(to frame: Frame) throws(Diagnostic) -> (frame: Frame, marks: [Bool]) {
    var rows = frame
    var marked = [Bool](repeating: false, count: frame.rowCount)
    for step in steps {
      let (after, marks) = try step.apply(to: rows)
      rows = after
      if let marks { for row in marks.indices where marks[row] { marked[row] = true } }
    }
    return (rows, marked)
  }
}

/// A fitted step with its own line.
package struct FittedRecipeStep: Sendable {
  package var call: Call
  package var fitted: any FittedStep

  package init(call: Call, fitted: any FittedStep) {
    self.call = call
    self.fitted = fitted
  }

  package func apply(to frame: Frame) throws(Diagnostic) -> (frame: Frame, marks: [Bool]?) {
    // Marks are taken before the step's own operations: it has none besides.
    let marks = try fitted.marks(in: frame)
    var rows = frame
    for operation in fitted.operations { rows = try operation.apply(to: rows) }
    return (rows, marks)
  }
}
