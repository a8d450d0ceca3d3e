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
    var rows = try baseRows(of: recipe)
    for step in try unlearnedSteps(making: names, for: line) {
      rows = try step.apply(to: rows).frame
    }
    return rows
  }

  /// The table steps that the columns come from, in running order.
  private func unlearnedSteps(
    making names: [String],
    for line: Call
  ) throws(Diagnostic) -> [FittedRecipeStep] {
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
    return wanted.reversed()
  }

  /// A column as it stands now, for all rows, as the target, a role or the split will hold it.
  ///
  /// - Throws: `.usage` when a step that learns made it what it is; `.data` when it isn't there.
  func hold(_ name: String, for line: Call) throws(Diagnostic) -> HeldColumn {
    _ = try view.frame.column(named: name)
    let column = try unlearnedRows(reading: [name], for: line).column(named: name)
    let steps = try unlearnedSteps(making: [name], for: line)
    var oldNames: Set<String> = []
    var oldest = name
    for operation in steps.flatMap(\.fitted.operations).reversed() {
      if case .compute(let made, _) = operation, made == oldest { break }
      guard case .rename(let pairs) = operation,
        let pair = pairs.first(where: { $0.new == oldest })
      else { continue }
      oldest = pair.old
      oldNames.insert(oldest)
    }
    return HeldColumn(column, oldNames: oldNames, makers: steps.map(\.call.text))
  }
}

extension Study {
  /// All rows before the recipe's first step: the source columns, and the held ones that the
  /// recipe doesn't make itself, as they are held.
  func baseRows(of recipe: Recipe) throws(Diagnostic) -> Frame {
    var rows = frame
    let lines = Set(recipe.steps.map(\.call.text))
    let mentioned = Set(recipe.steps.flatMap(\.call.mentionedColumns))
    for held in heldColumns {
      guard let name = recipe.startName(of: held) else { continue }
      // Under another name it is still the same column.
      let others = held.aliases.subtracting([name]).filter(rows.hasColumn(named:)).sorted()
      if lines.isSuperset(of: held.makers),
        rows.hasColumn(named: name) || others.contains(where: mentioned.contains)
      {
        continue
      }
      let column = held.column.renamed(name)
      if let first = others.first, !rows.hasColumn(named: name) {
        rows = try rows.replacing(first, with: [column]).removing(Array(others.dropFirst()))
      } else {
        rows = try rows.removing(others).setting(column)
      }
    }
    return rows
  }
}

extension Recipe {
  /// The name that the held column has before the recipe's first step; nil when the recipe makes
  /// it.
  fileprivate func startName(of held: HeldColumn) -> String? {
    var name = held.column.name
    for step in steps.reversed() {
      if step.made.contains(name) { return nil }
      guard let rename = step.step as? Rename else { continue }
      let pairs = held.aliases.sorted().flatMap { rename.renamings(of: [$0]) }
      if let pair = pairs.first(where: { $0.new == name }) { name = pair.old }
    }
    return name
  }
}
