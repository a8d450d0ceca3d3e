package import Diagnostics
package import Language
import Statistics
import Tables

/// Which columns have gaps, and which of them have gaps together.
package struct Missing: Look {
  private let operands: [Operand]

  package static let signature = Signature.look(
    "missing",
    "the share of missing values in each column, and which are missing together",
    positionals: [.init("columns", .operands)],
    examples: [
      .init("missing", "every column"),
      .init("missing age sex where age is missing", "two columns in some rows"),
    ]
  )

  package init(reading arguments: inout ArgumentReader) throws(Diagnostic) {
    operands = arguments.operands()
    try arguments.takeView()
  }

  package func measure(_ subject: Subject, report: Report) throws(Diagnostic) -> any Measurement {
    let columns = try subject.columns(operands)
    let frame = try Frame(columns, rowNumbers: subject.frame.rowNumbers)
    return MissingMeasurement(
      scope: RowScope(subject),
      missingness: Missingness(of: frame),
      unreadable: Dictionary(uniqueKeysWithValues: columns.map { ($0.name, $0.unreadable.count) })
    )
  }
}
