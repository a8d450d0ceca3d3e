package import Diagnostics
package import Language
package import Learning

/// Leaves columns out.
package struct Drop: Step {
  package static let signature = Signature(
    "drop",
    .tableStep,
    "leave columns out of the recipe",
    positionals: [.init("column", .columns, isRequired: true)],
    examples: [
      .init("drop region stage", "two columns"),
      .init("drop delta_*", "all that begin with delta_"),
    ]
  )

  private let columns: ColumnSelection

  package init(reading arguments: inout ArgumentReader) throws(Diagnostic) {
    columns = try arguments.requiredColumns()
  }

  package func fit(to training: Training, report: Report) throws(Diagnostic) -> FittedDrop {
    FittedDrop(columns: try training.columns(columns))
  }
}

package struct FittedDrop: FittedStep {
  package let columns: [String]

  package var operations: [Operation] { [.drop(columns)] }
}
