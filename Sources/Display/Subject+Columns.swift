import Diagnostics
import Language
import Tables

extension Subject {
  /// The columns that operands name, each once, expressions computed and named by their text.
  ///
  /// `isUsable` says what "none named", globs, kinds and a lone `-name` stand for; a column named by
  /// itself is taken whatever it is.
  func columns(
    _ operands: [Operand],
    isUsable: (Column) -> Bool = { _ in true }
  ) throws(Diagnostic) -> [Column] {
    var chosen: [Column] = []
    var seen: Set<String> = []
    func take(_ column: Column) {
      if seen.insert(column.name).inserted { chosen.append(column) }
    }
    func takeColumns(_ patterns: [ColumnPattern]) throws(Diagnostic) {
      let usable = Set(frame.columns.filter(isUsable).map(\.name))
      let candidates = frame.candidates(roles: roles)
      let named = Set(patterns.compactMap { if case .name(let name) = $0 { name } else { nil } })
      let names = try ColumnSelection(patterns).resolve(in: candidates) { usable.contains($0.name) }
      for name in names where named.contains(name) || usable.contains(name) {
        take(try frame.column(named: name))
      }
    }
    guard !operands.isEmpty else {
      try takeColumns([])
      return chosen
    }
    // Patterns are resolved together, so that an exclusion counts for all of them; expressions
    // between them keep their place only where nothing is excluded.
    let hasExclusion = operands.contains { if case .columns(.except) = $0 { true } else { false } }
    if hasExclusion {
      try takeColumns(
        operands.compactMap { if case .columns(let pattern) = $0 { pattern } else { nil } }
      )
    }
    for operand in operands {
      switch operand {
      case .columns(let pattern): if !hasExclusion { try takeColumns([pattern]) }
      case .expression(let expression): take(try evaluate(expression))
      }
    }
    return chosen
  }

  /// The one column an operand names.
  func column(_ operand: Operand) throws(Diagnostic) -> Column {
    let found = try columns([operand])
    guard found.count == 1, let column = found.first else {
      throw Diagnostic(.usage, "expected one column, found \(found.count)")
    }
    return column
  }

  func evaluate(_ expression: Expression) throws(Diagnostic) -> Column {
    let evaluation = try frame.evaluate(expression, named: expression.text)
    faults.note(evaluation.faults, in: expression, of: frame)
    return evaluation.column
  }
}
