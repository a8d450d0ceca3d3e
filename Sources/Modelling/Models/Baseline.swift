package import Diagnostics
import Kernels
package import Language
package import Learning

/// Predicts the same for every row: what any model has to beat.
package struct Baseline: Model {
  package static let signature = Signature(
    "baseline",
    .model,
    "the mean, or the share of each class: what any model has to beat",
    options: [
      .init("predict", .choice(["mean", "median"]), standard: "mean", "of a numeric target")
    ],
    examples: [.init("train baseline forest", "is the forest better than nothing?")]
  )

  package static let traits = ModelTraits(
    predictsNumbers: true,
    predictsClasses: true,
    takesMissing: true,
    takesCategories: true,
    usesFeatures: false
  )

  private let usesMedian: Bool

  package init(reading arguments: inout ArgumentReader) throws(Diagnostic) {
    usesMedian = try arguments.choice("predict", among: ["mean", "median"]) == "median"
  }

  package func fit(
    to design: LabelledDesign,
    report: Report
  ) throws(Diagnostic) -> FittedBaseline {
    let weights = design.weights ?? [Double](repeating: 1, count: design.rowCount)
    let total = sum(of: weights)
    guard total > 0 else { throw Diagnostic(.data, "all training rows weigh 0") }
    switch design.labels {
    case .numbers(let values):
      if usesMedian { return FittedBaseline(scores: [Self.median(of: values, weights, total)]) }
      return FittedBaseline(scores: [sum(of: zip(values, weights).map { $0 * $1 }) / total])
    case .classes(let codes, let count):
      let shares = (0..<count).map { place in
        sum(of: codes.indices.filter { codes[$0] == place }.map { weights[$0] }) / total
      }
      return FittedBaseline(scores: shares)
    }
  }

  /// The value with half of the weight on either side; where a value's end is just the half, the
  /// mean of it and the next one that weighs anything.
  private static func median(of values: [Double], _ weights: [Double], _ total: Double) -> Double {
    let order = ascendingOrder(of: values).filter { weights[$0] > 0 }
    var below = 0.0
    for (place, row) in order.enumerated() {
      below += weights[row]
      if below * 2 == total, place + 1 < order.count {
        return values[row] / 2 + values[order[place + 1]] / 2
      }
      if below * 2 > total { return values[row] }
    }
    return order.last.map { values[$0] } ?? .nan
  }
}

package struct FittedBaseline: FittedModel {
  let scores: [Double]

  package var stages: [Stage] { [.constant(scores)] }

  package func fits(_ features: [Feature], scoreCount: Int) -> Bool { scores.count == scoreCount }
}
