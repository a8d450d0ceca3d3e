package import Diagnostics
package import Language
import Tables

/// Leaves all other columns out; target, roles and split always stay.
package struct Keep: Step {
  package static let signature = Signature(
    "keep",
    .tableStep,
    "leave all other columns out of the recipe",
    positionals: [.init("column", .columns, isRequired: true)],
    examples: [.init("keep age credit_amount :boolean", "these; the target stays by itself")]
  )

  private let columns: ColumnSelection

  package init(reading arguments: inout ArgumentReader) throws(Diagnostic) {
    columns = try arguments.requiredColumns()
  }

  package func fit(to training: Training, report: Report) throws(Diagnostic) -> FittedDrop {
    let kept = Set(try columns.resolve(in: training.frame.candidates(roles: training.held)))
    return FittedDrop(
      columns: training.frame.names.filter { !kept.contains($0) && !training.held.contains($0) }
    )
  }
}
