package import Diagnostics
import Kernels
package import Language
import Tables

/// How often each value comes.
package struct Freq: Look {
  private let operands: [Operand]
  private let groups: [Operand]

  package static let signature = Signature.look(
    "freq",
    "how often each value of a column comes",
    positionals: [.init("columns", .operands)],
    takesGroups: true,
    examples: [
      .init("freq housing", "the levels of one column, the most frequent first"),
      .init("freq (year(date))", "the rows of each year"),
      .init("freq job by housing", "each group by itself"),
    ]
  )

  package init(reading arguments: inout ArgumentReader) throws(Diagnostic) {
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
    let columns = try subject.columns(operands) { $0.kind == .category || $0.kind == .boolean }
    let results = try ChunkRunner.run(columns.count) { (place) throws(Diagnostic) in
      try report(Progress("freq", done: place, of: columns.count))
      return Frequency(of: columns[place])
    }
    return Results(
      scope: RowScope(subject),
      results: results,
      absence: "there is no column of categories"
    )
  }
}
