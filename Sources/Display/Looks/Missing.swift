package import Diagnostics
package import Language
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
    let gaps = MissingPatterns(of: columns, rowCount: subject.frame.rowCount)
    return MissingMeasurement(
      scope: RowScope(subject),
      columns: columns.map { column in
        MissingMeasurement.Column(
          name: column.name,
          missing: column.missingCount,
          unreadable: column.unreadable.count,
          rowCount: subject.frame.rowCount
        )
      },
      patterns: gaps.patterns.map { .init(columns: $0.columns, rows: $0.rows) }
    )
  }
}
