import Tables
import Canvas
package import Diagnostics
import Display
package import Language

/// Takes only the rows for which a condition is true.
package struct FilterCommand: Command {
  package static let signature = Signature(
    "filter",
    .population,
    "take only the rows for which the condition is true",
    tail: .expression,
    examples: [
      .init("filter age >= 18 and housing != \"free\"", "rows that are missing in it go too")
    ]
  )

  private let condition: Expression

  package init(reading arguments: inout ArgumentReader) throws(Diagnostic) {
    guard let expression = arguments.call.expression else {
      throw arguments.needs("a condition")
    }
    condition = expression
  }

  package func run(
    in study: inout Study,
    _ context: RunContext
  ) throws(Diagnostic) -> Outcome {
    let before = study.frame.rowCount
    let rows = try study.populationRows(for: context.written, reading: condition.columns)
    let (mask, faults) = try rows.selection(condition)
    let kept = mask.indices.filter { mask[$0] }
    try study.selectRows(kept, report: context.report)
    study.populationLines.append(context.call.text)
    return Outcome(
      Notice.selection(study, before: before),
      warnings: faults.warnings + (kept.isEmpty ? ["no row is left"] : [])
    )
  }
}

extension Notice {
  /// How many rows of how many are left.
  static func selection(_ study: Study, before: Int) -> Notice {
    let left = study.frame.rowCount
    return Notice(
      study,
      [.init("left_out", .count(before - left))],
      [
        .prose(
          "\(NumberFormat.count(left, "row")) of \(NumberFormat.count(before)) left"
        )
      ]
    )
  }
}
