package import Diagnostics
package import Language
import Learning

/// Least squares that keeps coefficients small.
package struct Ridge: Model {
  package static let signature = Signature(
    "ridge",
    .model,
    "least squares with a penalty on large coefficients",
    options: [
      .init(
        "alpha",
        .number(0...1e12),
        standard: "1",
        "weight of the squared coefficients; columns should be scaled"
      )
    ],
    examples: [.init("train ridge alpha=10", "a stronger penalty than 1")]
  )

  package static let traits = ModelTraits(
    predictsNumbers: true,
    predictsClasses: false,
    takesMissing: false,
    takesCategories: false
  )

  private let alpha: Double

  package init(reading arguments: inout ArgumentReader) throws(Diagnostic) {
    alpha = try arguments.number("alpha", in: 0...1e12) ?? 1
  }

  package func fit(
    to design: LabelledDesign,
    report: Report
  ) throws(Diagnostic) -> FittedLinear {
    try FittedLinear(design, penalty: alpha, report: report)
  }
}
