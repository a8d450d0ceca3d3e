package import Diagnostics
package import Language
import Statistics
import Tables

/// How strongly the numeric columns go together.
package struct Corr: Look {
  private let method: Correlation
  private let operands: [Operand]
  private let groups: [Operand]

  /// Of more columns the matrix would not fit into memory.
  private static let mostColumns = 1000

  package static let signature = Signature.look(
    "corr",
    "how strongly numeric columns go together, from -1 to 1",
    positionals: [
      .init(
        "method",
        .method([
          .init("pearson", "straight lines"),
          .init("spearman", "anything that only rises or only falls, by ranks"),
        ])
      ),
      .init("columns", .operands),
    ],
    takesGroups: true,
    examples: [
      .init("corr", "Pearson's r of every pair of numeric columns"),
      .init("corr spearman age duration credit_amount", "rank correlations of three columns"),
      .init("corr age duration by housing", "each group by itself"),
    ]
  )

  package init(reading arguments: inout ArgumentReader) throws(Diagnostic) {
    method = Correlation(rawValue: try arguments.method(standard: "pearson")) ?? .pearson
    operands = arguments.operands()
    groups = try arguments.groups()
    try arguments.takeView()
  }

  package func measure(_ subject: Subject, report: Report) throws(Diagnostic) -> any Measurement {
    try subject.grouped(by: groups, report: report) { (part) throws(Diagnostic) in
      try measureRows(of: part, report: report)
    }
  }

  private func measureRows(
    of subject: Subject,
    report: Report
  ) throws(Diagnostic) -> any Measurement {
    let columns = try subject.columns(operands) { $0.kind == .number }
    let shown = columns.prefix(Self.mostColumns)
    var values: [[Double]] = []
    for column in shown { values.append(try column.quantities()) }
    return CorrMeasurement(
      scope: RowScope(subject),
      method: method,
      columns: shown.map(\.name),
      matrix: try method.matrix(of: values, report: report),
      hiddenCount: columns.count - shown.count
    )
  }
}
