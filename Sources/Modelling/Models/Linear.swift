package import Diagnostics
import Kernels
package import Language
package import Learning

/// Least squares; of many solutions the one with the smallest coefficients.
package struct Linear: Model {
  package static let signature = Signature(
    "linear",
    .model,
    "least squares with an intercept",
    examples: [.init("train linear", "columns that repeat each other share their weight")]
  )

  package static let traits = ModelTraits(
    predictsNumbers: true,
    predictsClasses: false,
    takesMissing: false,
    takesCategories: false
  )

  package init(reading arguments: inout ArgumentReader) throws(Diagnostic) {}

  package func fit(
    to design: LabelledDesign,
    report: Report
  ) throws(Diagnostic) -> FittedLinear {
    try FittedLinear(design, penalty: 0, report: report)
  }
}

/// A fitted line, with or without a penalty.
package struct FittedLinear: FittedModel {
  package let fit: LinearFit
  /// Of the matrix it was fitted to.
  let columnCount: Int

  init(_ design: LabelledDesign, penalty: Double, report: Report) throws(Diagnostic) {
    guard case .numbers(let target) = design.labels else {
      preconditionFailure("the traits keep classes away from a linear model")
    }
    try report(Progress("", done: 0, of: 1))
    columnCount = design.design.columns.count
    fit = try LinearFit(
      design.design.matrix,
      target: target,
      weights: design.weights,
      penalty: penalty
    )
  }

  package var stages: [Stage] {
    [
      .linear(
        weights: Matrix(columns: [fit.coefficients], rowCount: fit.coefficients.count),
        intercepts: [fit.intercept]
      )
    ]
  }

  package func fits(_ features: [Feature], scoreCount: Int) -> Bool {
    fit.coefficients.count == features.count && columnCount == features.count && scoreCount == 1
  }

  package var warnings: [String] {
    fit.rank < columnCount
      ? [
        "\(columnCount - fit.rank) of \(columnCount) columns repeat others: coefficients aren't unique"
      ]
      : []
  }
}
