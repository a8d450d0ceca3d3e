package import Diagnostics
package import Language
import Tables

/// Takes one row of those that are alike.
package struct DedupeCommand: Command {
  package static let signature = Signature(
    "dedupe",
    .population,
    "take one row of those with the same values; missing equals missing",
    positionals: [.init("columns", .columns)],
    options: [
      .init("keep", .choice(["first", "last"]), standard: "first", "which row of those alike")
    ],
    examples: [
      .init("dedupe", "rows that are alike in every source column"),
      .init("dedupe name time_utc keep=last", "the last row of each name and time"),
    ]
  )

  private let columns: ColumnSelection
  private let keepsLast: Bool

  package init(reading arguments: inout ArgumentReader) throws(Diagnostic) {
    columns = try arguments.columns()
    keepsLast = try arguments.choice("keep", among: ["first", "last"]) == "last"
  }

  package func run(
    in study: inout Study,
    _ context: RunContext
  ) throws(Diagnostic) -> Outcome {
    try study.requireData()
    let before = study.frame.rowCount
    var keys = study.frame.columns
    if columns.isEmpty {
      _ = try study.populationRows(for: context.written, reading: [])
    } else {
      let names = try columns.resolve(in: study.view.frame.candidates())
      let rows = try study.populationRows(for: context.written, reading: names)
      keys = []
      for name in names { keys.append(try rows.column(named: name)) }
    }
    let grouping = try Grouping(by: keys, rowCount: before, report: context.report)
    var chosen = [Int](repeating: -1, count: grouping.count)
    for row in 0..<before {
      let group = Int(grouping.codes[row])
      if keepsLast || chosen[group] < 0 { chosen[group] = row }
    }
    try study.selectRows(chosen.sorted(), report: context.report)
    study.populationLines.append(context.call.text)
    return Outcome(Notice.selection(study, before: before))
  }
}
