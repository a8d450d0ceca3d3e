package import Diagnostics
package import Language
import Tables

/// How strongly the numeric columns go together.
package struct Corr: Look {
  private let method: String
  private let operands: [Operand]

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
    examples: [
      .init("corr", "Pearson's r of every pair of numeric columns"),
      .init("corr spearman age duration credit_amount", "rank correlations of three columns"),
    ]
  )

  package init(reading arguments: inout ArgumentReader) throws(Diagnostic) {
    method = try arguments.method(standard: "pearson")
    operands = arguments.operands()
    try arguments.takeView()
  }

  package func measure(_ subject: Subject, report: Report) throws(Diagnostic) -> any Measurement {
    let columns = try subject.columns(operands) { $0.kind == .number }
    var values: [[Double]] = []
    for column in columns { values.append(try column.quantities()) }
    var matrix = values.map { _ in [Double](repeating: .nan, count: values.count) }
    for row in values.indices {
      try report(Progress("corr", done: row, of: values.count))
      for column in 0...row {
        let r =
          method == "spearman"
          ? seamSpearman(values[row], values[column]) : seamPearson(values[row], values[column])
        matrix[row][column] = r
        matrix[column][row] = r
      }
    }
    return CorrMeasurement(
      scope: RowScope(subject),
      method: method,
      columns: columns.map(\.name),
      matrix: matrix
    )
  }
}
