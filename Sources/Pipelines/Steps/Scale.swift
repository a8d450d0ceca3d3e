package import Diagnostics
import Kernels
package import Language
package import Learning
import Tables

/// Brings numbers to a common size.
package struct Scale: Step {
  package enum Method: String, CaseIterable, Sendable {
    case standard, minmax, robust
  }

  package static let signature = Signature(
    "scale",
    .designStep,
    "bring numbers to a common size",
    positionals: [
      .init(
        "method",
        .method([
          .init("standard", "mean 0 and standard deviation 1 (divided by n)"),
          .init("minmax", "smallest 0, largest 1"),
          .init("robust", "median 0, interquartile range 1"),
        ]),
        isRequired: true
      ),
      .init("column", .columns),
    ],
    examples: [.init("scale standard :number", "every numeric column")]
  )

  private let method: Method
  private let columns: ColumnSelection

  package init(reading arguments: inout ArgumentReader) throws(Diagnostic) {
    let word = try arguments.method()
    guard let method = Method(rawValue: word) else {
      throw .unknown("method", word, known: Method.allCases.map(\.rawValue))
    }
    self.method = method
    columns = try arguments.columns()
  }

  package var learns: Bool { true }

  package func fit(to training: Training, report: Report) throws(Diagnostic) -> FittedScale {
    var scalings: [FittedScale.Scaling] = []
    for name in try training.columns(columns, of: [.number], for: "scale") {
      let known = try training.frame.column(named: name).numbers().filter { !$0.isNaN }
      let (offset, scale) = center(known)
      scalings.append(.init(column: name, offset: offset, scale: scale))
    }
    return FittedScale(method: method.rawValue, scalings: scalings)
  }

  /// Offset and scale; a column without spread, or without values, is only moved.
  private func center(_ values: [Double]) -> (offset: Double, scale: Double) {
    guard let low = values.min(), let high = values.max() else { return (0, 1) }
    let offset: Double
    let spread: Double
    switch method {
    case .standard:
      let moments = Moments(of: values)
      offset = moments.mean
      // Divided by n, as scikit-learn does.
      spread =
        low == high
        ? 0 : moments.standardDeviation * (1 - 1 / Double(values.count)).squareRoot()
    case .minmax:
      offset = low
      spread = high - low
    case .robust:
      let quartiles = quantiles([0.25, 0.5, 0.75], of: values)
      offset = quartiles[1]
      spread = quartiles[2] - quartiles[0]
    }
    return (offset, spread > 0 && spread.isFinite ? spread : 1)
  }
}

package struct FittedScale: FittedStep {
  struct Scaling: Hashable, Sendable, Codable {
    let column: String
    let offset: Double
    let scale: Double
  }

  let method: String
  let scalings: [Scaling]

  package var operations: [Operation] {
    scalings.map { .affine(column: $0.column, offset: $0.offset, scale: $0.scale) }
  }

  package var isSound: Bool { scalings.allSatisfy { $0.scale != 0 } }

  package var findings: [Finding] {
    scalings.map {
      Finding(
        $0.column,
        "(x − \(Finding.number($0.offset))) / \(Finding.number($0.scale))"
      )
    }
  }
}
