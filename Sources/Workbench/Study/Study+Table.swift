import Diagnostics
import Language
import Modelling
import Pipelines
import Tables

extension Study {
  /// A table loaded beside the data.
  func table(named name: String) throws(Diagnostic) -> Frame {
    guard let table = tables[name] else {
      guard tables.isEmpty else {
        throw .unknown("table", name, known: tables.keys.sorted())
      }
      throw Diagnostic(
        .usage,
        "no table '\(name)' has been loaded beside the data",
        try: "load \"\(name).csv\" as=\(Words.quotedName(name))",
        subject: name
      )
    }
    return table
  }

  /// Refuses a line that makes other rows once something speaks of the rows there are.
  func requireOpenTable(for line: Call) throws(Diagnostic) {
    var first: String?
    if let step = recipes.lazy.flatMap(\.steps).first { first = step.call.text }
    if let column = foldColumn?.column.name {
      first = "validate column=\(Words.quotedName(column))"
    }
    if let role = roles.first {
      first = "role \(role.role.rawValue) \(Words.quotedName(role.held.column.name))"
    }
    if let target { first = "target \(Words.quotedName(target.target.name))" }
    guard let first else { return }
    throw Diagnostic(
      .usage,
      "\(line.verb) makes a table of other rows, and '\(first)' speaks of those there are",
      try: "put '\(line.text)' above '\(first)'",
      subject: line.verb
    )
  }

  /// Takes a table of other rows in place of the source.
  mutating func replaceTable(
    with table: Frame,
    by context: RunContext
  ) throws(Diagnostic) {
    try requireOpenTable(for: context.written)
    frame = table
    populationLines.append(context.call.text)
    try refreshView(report: context.report)
  }

  /// Takes the same rows with more source columns.
  ///
  /// - Throws: `.usage` when a step that stands above changes or drops one of them: steps speak of
  ///   the columns that were there at their line.
  mutating func extendTable(
    to table: Frame,
    from rows: [Int],
    with names: [String],
    by context: RunContext
  ) throws(Diagnostic) {
    try adopt(table, from: rows, report: context.report)
    populationLines.append(context.call.text)
    for name in names {
      let column = try table.column(named: name)
      guard let place = view.frame.place(of: name), view.frame.columns[place] == column else {
        let step = recipe.tableSteps.first?.call.text ?? "the recipe's steps"
        throw Diagnostic(
          .usage,
          "a step above changes the new column '\(name)'",
          try: "put '\(context.written.text)' above '\(step)'",
          subject: name
        )
      }
    }
  }

  /// The columns that operands name, each computed or as the steps leave it.
  func population(
    _ operands: [Operand],
    in rows: Frame
  ) throws(Diagnostic) -> (columns: [Column], faults: ArithmeticFaults) {
    var columns: [Column] = []
    var faults = ArithmeticFaults()
    for operand in operands {
      switch operand {
      case .columns(let pattern):
        for name in try ColumnSelection([pattern]).resolve(in: rows.candidates()) {
          columns.append(try rows.column(named: name))
        }
      case .expression(let expression):
        let evaluation = try rows.evaluate(expression, named: expression.text)
        columns.append(evaluation.column)
        faults += evaluation.faults
      }
    }
    return (columns, faults)
  }
}

extension [Operand] {
  /// The columns that they read by name.
  var columnNames: [String] {
    flatMap { operand -> [String] in
      switch operand {
      case .columns(.name(let name)): [name]
      case .columns: []
      case .expression(let expression): expression.columns
      }
    }
  }
}
