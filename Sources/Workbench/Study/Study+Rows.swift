import Canvas
import Diagnostics
import Language
import Learning
import Pipelines
import Tables

extension Study {
  /// The population's rows with the columns that a row-choosing verb reads.
  ///
  /// - Throws: `.usage` after a split, and for a column that a step made by learning from rows:
  ///   which rows there are must not depend on what was learned from them.
  func populationRows(for line: Call, reading names: [String]) throws(Diagnostic) -> Frame {
    try requireData()
    if let split {
      throw Diagnostic(
        .usage,
        "rows are chosen before the split, which hashes the rows there are",
        try: "put '\(line.text)' above '\(split.line)'",
        subject: line.verb
      )
    }
    return try unlearnedRows(reading: names, for: line)
  }

  /// All rows with these columns as the current recipe's table steps leave them, provided that none
  /// of the steps they come from learns.
  func unlearnedRows(reading names: [String], for line: Call) throws(Diagnostic) -> Frame {
    var needed = Set(names)
    var wanted: [FittedRecipeStep] = []
    // Backwards from the columns to the steps they come from.
    for (step, fitted) in zip(recipe.tableSteps, view.fitted.steps).reversed() {
      let (kept, inputs) = fitted.fitted.operations.reaching(Array(needed))
      guard !kept.isEmpty else { continue }
      guard !step.step.learns else {
        let list = names.joined(separator: ", ")
        throw Diagnostic(
          .usage,
          "'\(list)' comes from '\(step.call.text)', which learns from the rows",
          try: "put '\(line.text)' above it",
          subject: names.first
        )
      }
      needed = Set(inputs)
      wanted.append(fitted)
    }
    var rows = frame
    for held in heldColumns where !rows.hasColumn(named: held.column.name) {
      rows = try rows.adding(held.column)
    }
    for step in wanted.reversed() { rows = try step.apply(to: rows).frame }
    return rows
  }

  /// A column as it stands now, for all rows, as the target, a role or the split will hold it.
  ///
  /// - Throws: `.usage` when a step that learns made it what it is; `.data` when it isn't there.
  func hold(_ name: String, for line: Call) throws(Diagnostic) -> Column {
    _ = try view.frame.column(named: name)
    return try unlearnedRows(reading: [name], for: line).column(named: name)
  }
}
