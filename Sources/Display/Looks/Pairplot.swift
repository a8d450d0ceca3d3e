import Canvas
package import Diagnostics
package import Language
import Statistics
import Tables

/// Every numeric column against every other.
package struct Pairplot: Look {
  private let operands: [Operand]
  private let groups: [Operand]

  /// More panels than this side by side would be too small to read.
  static let mostColumns = 5

  package static let signature = Signature.look(
    "pairplot",
    "every numeric column against every other: points, distributions, correlations",
    positionals: [.init("columns", .operands)],
    takesGroups: true,
    examples: [
      .init("pairplot", "the first five numeric columns"),
      .init("pairplot age credit_amount duration by risk", "three columns, coloured by risk"),
    ]
  )

  package init(reading arguments: inout ArgumentReader) throws(Diagnostic) {
    operands = arguments.operands()
    groups = try arguments.groups()
    try arguments.takeView()
  }

  package func measure(_ subject: Subject, report: Report) throws(Diagnostic) -> any Measurement {
    let columns = try subject.columns(operands) { $0.kind == .number }
    let shown = Array(columns.prefix(Self.mostColumns))
    var values: [[Double]] = []
    for column in shown { values.append(try column.quantities()) }
    let series = groups.isEmpty ? nil : try GroupSeries(groups, in: subject)
    var measurement = PairplotMeasurement(
      scope: RowScope(subject),
      columns: shown.map { .init(name: $0.name, isTime: $0.kind == .datetime) },
      others: columns.dropFirst(Self.mostColumns).map(\.name),
      grouping: series?.title ?? "",
      groups: series?.names ?? []
    )
    measurement.matrix = try Correlation.pearson.matrix(of: values, report: report)
    let parts = values.map { series?.split($0) ?? [$0] }
    for group in measurement.groups.indices {
      measurement.groupMatrices.append(
        try Correlation.pearson.matrix(of: parts.map { $0[group] }, report: report)
      )
    }
    for row in values.indices {
      try report(Progress("pairplot", done: row, of: values.count))
      measurement.append(values[row], parts, row: row)
    }
    return measurement
  }
}
