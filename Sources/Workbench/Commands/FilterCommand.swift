import Canvas
package import Diagnostics
import Display
package import Language

/// Takes only the rows for which a condition is true.
package struct FilterCommand: Command {
  package static let signature = Signature(
    "filter", .population, "take only the rows for which the condition is true",
    tail: .expression,
    examples: [
      .init("filter age >= 18 and housing != \"free\"", "rows that are missing in it go too")
    ])

  private let condition: Expression

  package init(reading arguments: inout ArgumentReader) throws(Diagnostic) {
    guard let expression = arguments.call.expression else {
      throw arguments.needs("a condition")
    }
    condition = expression
  }

  package func run(
    in study: inout Study, _ context: RunContext
  ) throws(Diagnostic) -> Outcome {
    let before = study.frame.rowCount
    let rows = try study.populationRows(for: context.written, reading: condition.columns)
    let mask = try rows.condition(condition)
    let kept = mask.indices.filter { mask[$0] }
    try study.selectRows(kept, report: context.report)
    study.populationLines.append(context.call.text)
    return Outcome(.selection(study, before: before), warnings: kept.isEmpty ? ["no row is left"] : [])
  }
}

extension Notice {
  /// How many rows of how many are left.
  static func selection(_ study: Study, before: Int) -> Notice {
    let left = study.frame.rowCount
    return Notice(
      study, [.init("left_out", .count(before - left))],
      [
        .prose(
          "\(NumberFormat.count(left, "row")) of \(NumberFormat.count(before)) left")
      ])
  }
}

extension Study {
  /// The population's rows with the columns that a row-choosing verb reads.
  ///
  /// - Throws: `.usage` after a split, and for a column that a step made by learning from rows:
  ///   which rows there are must not depend on what was learned from them.
  func populationRows(for line: Call, reading names: [String]) throws(Diagnostic) -> Frame {
    try requireData()
    if let split {
      throw Diagnostic(
        .usage, "rows are chosen before the split, which hashes the rows there are",
        try: "put '\(line.text)' above '\(split.line)'", subject: line.verb)
    }
    return try unlearnedRows(reading: names, for: line)
  }

  /// All rows as the current recipe's table steps leave these columns.
  func unlearnedRows(reading names: [String], for line: Call) throws(Diagnostic) -> Frame {
    var rows = frame
    var needed = Set(names)
    var applied: [(Int, [String])] = []
    let steps = recipe.ordered.filter { !$0.makesDesign }
    // Backwards: which steps do the columns come from?
    for (index, step) in zip(steps, view.fitted.steps).enumerated().reversed() {
      let (kept, inputs) = step.1.fitted.operations.reaching(Array(needed))
      guard !kept.isEmpty else { continue }
      guard !step.0.step.learns else {
        let touched = names.first { _ in true } ?? ""
        throw Diagnostic(
          .usage,
          "'\(touched)' comes from '\(step.1.call.text)', which learns from the rows",
          try: "put '\(line.text)' above it", subject: touched)
      }
      needed = Set(inputs)
      applied.append((index, []))
    }
    for (index, _) in applied.reversed() {
      rows = try view.fitted.steps[index].apply(to: rows).frame
    }
    for held in heldColumns where !rows.hasColumn(named: held.column.name) {
      rows = try rows.adding(held.column)
    }
    return rows
  }
}
