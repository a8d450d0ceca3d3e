import Canvas
package import Diagnostics
import Kernels
package import Language
import Tables

/// How the values of a column are spread.
package struct Hist: Look {
  private let operands: [Operand]
  private let groups: [Operand]
  private let binCount: Int?

  package static let signature = Signature.look(
    "hist",
    "how the values of numbers or dates are spread, as bars over intervals",
    positionals: [.init("columns", .operands)],
    options: [
      .init("bins", .integer(1...1000), "intervals; else the Freedman–Diaconis rule decides")
    ],
    takesGroups: true,
    examples: [
      .init("hist age", "the distribution of one column"),
      .init("hist (log(credit_amount)) by housing where age < 30", "one strip per group"),
      .init("hist age duration bins=12", "two columns in twelve intervals each"),
    ]
  )

  package init(reading arguments: inout ArgumentReader) throws(Diagnostic) {
    operands = arguments.operands()
    groups = try arguments.groups()
    binCount = try arguments.integer("bins", in: 1...1000)
    try arguments.takeView()
  }

  package func measure(_ subject: Subject, report: Report) throws(Diagnostic) -> any Measurement {
    let columns = try subject.columns(operands) { $0.kind == .number || $0.kind == .datetime }
    let series = groups.isEmpty ? nil : try GroupSeries(groups, in: subject)
    let results = try ChunkRunner.run(columns.count) { (place) throws(Diagnostic) in
      try report(Progress("hist", done: place, of: columns.count))
      return try Histogram(of: columns[place], binCount: binCount, by: series)
    }
    return Results(
      scope: RowScope(subject),
      results: results,
      absence: "there is no column of numbers or dates"
    )
  }
}
