package import Diagnostics
import Kernels
package import Language
import Statistics
import Tables

/// Which values lie far from the others.
package struct Outliers: Look {
  private let rule: OutlierRule
  private let method: String
  private let operands: [Operand]

  package static let signature = Signature.look(
    "outliers",
    "the values that lie outside of the bounds of a rule, by column",
    positionals: [
      .init(
        "rule",
        .method([
          .init("iqr", "beyond k interquartile ranges from the quartiles (k = 1.5)"),
          .init("zscore", "beyond k standard deviations from the mean (k = 3)"),
          .init("mad", "beyond k scaled median deviations from the median (k = 3.5)"),
        ])
      ),
      .init("columns", .operands),
    ],
    options: [.init("k", .number(0...1e6), "how far the bounds lie; each rule has its own")],
    examples: [
      .init("outliers", "every numeric column by its quartiles"),
      .init("outliers mad credit_amount duration k=5", "two columns by another rule"),
    ]
  )

  package init(reading arguments: inout ArgumentReader) throws(Diagnostic) {
    method = try arguments.method(standard: "iqr")
    operands = arguments.operands()
    let k = try arguments.number("k", in: 0...1e6)
    rule =
      switch method {
      case "zscore": .zscore(k: k ?? 3)
      case "mad": .mad(k: k ?? 3.5)
      default: .iqr(k: k ?? 1.5)
      }
    try arguments.takeView()
  }

  package func measure(_ subject: Subject, report: Report) throws(Diagnostic) -> any Measurement {
    let columns = try subject.columns(operands) { $0.kind == .number }
    let rule = rule
    let found = try ChunkRunner.run(columns.count) { (place) throws(Diagnostic) in
      try report(Progress("outliers", done: place, of: columns.count))
      let column = columns[place]
      return OutliersMeasurement.Column(column.name, try column.numbers(), rule)
    }
    return OutliersMeasurement(scope: RowScope(subject), rule: rule, method: method, columns: found)
  }
}
