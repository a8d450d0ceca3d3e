package import Diagnostics
package import Language
package import Learning

/// Moves outliers to the limit.
package struct Clip: Step {
  package static let signature = Signature(
    "clip",
    .tableStep,
    "move outliers to the limit",
    positionals: [
      .init("method", .method(OutlierMethod.choices), isRequired: true),
      .init("column", .columns),
    ],
    options: OutlierMethod.options,
    examples: [
      .init("clip iqr credit_amount k=3", "to the quartiles ± 3 interquartile ranges"),
      .init("clip range age range=18..90", "to fixed limits"),
    ]
  )

  private let method: OutlierMethod
  private let columns: ColumnSelection

  package init(reading arguments: inout ArgumentReader) throws(Diagnostic) {
    method = try OutlierMethod(try arguments.method(), reading: &arguments)
    columns = try arguments.columns()
  }

  package var learns: Bool { true }

  package func fit(to training: Training, report: Report) throws(Diagnostic) -> FittedClip {
    FittedClip(limits: try method.limits(of: columns, in: training, for: "clip"))
  }
}

package struct FittedClip: FittedStep {
  let limits: [Limits]

  package var operations: [Operation] {
    limits.map { .clamp(column: $0.column, low: $0.low, high: $0.high) }
  }

  package var findings: [Finding] { limits.map { Finding($0.column, "kept within \($0.text)") } }
}
