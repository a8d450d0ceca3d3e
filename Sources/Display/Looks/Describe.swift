package import Diagnostics
import Kernels
package import Language
import Tables

/// Each column in numbers.
package struct Describe: Look {
  private let operands: [Operand]
  private let groups: [Operand]

  package static let signature = Signature.look(
    "describe",
    "each column in numbers: count, missing, mean, quartiles, most frequent value",
    positionals: [.init("columns", .operands)],
    takesGroups: true,
    examples: [
      .init("describe", "every column"),
      .init("describe :number where age < 30", "the numeric columns of some rows"),
      .init("describe (log(credit_amount))", "a column that is computed"),
      .init("describe age by housing", "each group by itself"),
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
    let columns = try operands.isEmpty ? subject.frame.columns : subject.columns(operands)
    let descriptions = try ChunkRunner.run(columns.count) { (place) throws(Diagnostic) in
      try report(Progress("describe", done: place, of: columns.count))
      return Description(of: columns[place])
    }
    return DescribeMeasurement(scope: RowScope(subject), columns: descriptions)
  }
}
