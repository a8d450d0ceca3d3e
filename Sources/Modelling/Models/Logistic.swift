package import Diagnostics
import Kernels
package import Language
package import Learning

/// Logistic regression for two classes or more.
package struct Logistic: Model {
  package static let signature = Signature(
    "logistic",
    .model,
    "logistic regression, multinomial for more than two classes",
    options: [
      .init("penalty", .choice(["l2", "none"]), standard: "l2", "on large coefficients"),
      .init(
        "C",
        .number(1e-12...1e12),
        standard: "1",
        "weight of the losses against the penalty; columns should be scaled"
      ),
      .init("iterations", .integer(1...100_000), standard: "200", "at most"),
    ],
    examples: [
      .init("train logistic", "with the penalty C=1"),
      .init("train logistic penalty=none", "plain maximum likelihood"),
    ]
  )

  package static let traits = ModelTraits(
    predictsNumbers: false,
    predictsClasses: true,
    takesMissing: false,
    takesCategories: false
  )

  private let options: LogisticOptions

  package init(reading arguments: inout ArgumentReader) throws(Diagnostic) {
    let penalty = try arguments.choice("penalty", among: ["l2", "none"]) ?? "l2"
    let strength = try arguments.number("C", in: 1e-12...1e12)
    if penalty == "none", strength != nil {
      throw Diagnostic(.usage, "C= weighs the penalty that penalty=none leaves out", subject: "C")
    }
    options = LogisticOptions(
      strength: penalty == "none" ? nil : strength ?? 1,
      maximumIterations: try arguments.integer("iterations", in: 1...100_000) ?? 200
    )
  }

  package func fit(
    to design: LabelledDesign,
    report: Report
  ) throws(Diagnostic) -> FittedLogistic {
    guard case .classes(let codes, let count) = design.labels else {
      preconditionFailure("the traits keep numbers away from logistic regression")
    }
    return FittedLogistic(
      fit: try LogisticFit(
        design.design.matrix,
        classes: codes,
        classCount: count,
        weights: design.weights,
        options: options,
        report: report
      )
    )
  }
}

package struct FittedLogistic: FittedModel {
  package let fit: LogisticFit

  package var stages: [Stage] {
    let weights = Matrix(
      columns: fit.coefficients,
      rowCount: fit.coefficients.first?.count ?? 0
    )
    return [
      .linear(weights: weights, intercepts: fit.intercepts),
      fit.classCount == 2 ? .logistic : .softmax,
    ]
  }

  package func fits(_ features: [Feature], scoreCount: Int) -> Bool {
    let rows = fit.classCount == 2 ? 1 : fit.classCount
    return fit.classCount == scoreCount && fit.coefficients.count == rows
      && fit.intercepts.count == rows
      && fit.coefficients.allSatisfy { $0.count == features.count }
  }

  package var warnings: [String] {
    if fit.separated {
      return [
        "some columns divide the classes perfectly: without a penalty coefficients grow without end"
      ]
    }
    return fit.converged
      ? [] : ["not converged after \(fit.iterations) iterations (iterations= allows more)"]
  }
}
