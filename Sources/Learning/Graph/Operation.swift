package import Language
import Tables

/// One thing done to the columns of a table, row by row: what a fitted step is made of.
///
/// A closed set: every interpreter of the scoring graph handles each, or refuses by the step's
/// name. No operation adds, removes or reorders rows, and none looks at another row.
package enum Operation: Hashable, Sendable {
  case drop([String])
  /// All at once, so that two columns can swap their names.
  case rename([Renaming])
  case convert(column: String, to: ColumnKind)
  /// Sets `column` to the value of the expression.
  case compute(column: String, Expression)
  /// Makes the cell missing where the condition is true.
  case mask(column: String, where: Expression)
  /// Where the cell is missing.
  case fill(column: String, with: Value)
  case clamp(column: String, low: Double?, high: Double?)
  /// The first rule that matches a cell gives its new value; other cells keep theirs.
  case map(column: String, [MapRule], to: ColumnKind)
  /// (x − offset) / scale
  case affine(column: String, offset: Double, scale: Double)
  /// One column a level, 1 where the cell is the level, else 0; a level that isn't listed gives 0
  /// everywhere, a missing cell missing everywhere. The columns stand in the place of the old one.
  case oneHot(column: String, levels: [String], names: [String])
  /// Sets the table's value columns to those of its row with the same key; missing where the key is
  /// missing or the table hasn't got it.
  case lookup(keys: [String], LookupTable)
}

/// A cell's old values and their new one.
package struct MapRule: Hashable, Sendable, Codable {
  package enum Pattern: Hashable, Sendable, Codable {
    case value(Value)
    /// Both ends belong to it; nil is open.
    case range(Double?, Double?)
  }

  package var pattern: Pattern
  package var result: Value

  package init(_ pattern: Pattern, _ result: Value) {
    self.pattern = pattern
    self.result = result
  }
}

/// A column's name before and after.
package struct Renaming: Hashable, Sendable, Codable {
  package var old: String
  package var new: String

  package init(old: String, new: String) {
    self.old = old
    self.new = new
  }
}

extension Operation {
  /// The columns it reads.
  package var reads: [String] {
    switch self {
    case .drop: []
    case .rename(let pairs): pairs.map(\.old)
    case .compute(_, let expression): expression.columns
    case .mask(let column, let condition): [column] + condition.columns
    case .lookup(let keys, _): keys
    case .convert(let column, _), .fill(let column, _), .clamp(let column, _, _),
      .map(let column, _, _), .affine(let column, _, _), .oneHot(let column, _, _):
      [column]
    }
  }

  /// The columns it makes or changes.
  package var writes: [String] {
    switch self {
    case .drop: []
    case .rename(let pairs): pairs.map(\.new)
    case .oneHot(_, _, let names): names
    case .lookup(_, let table): table.values.map(\.name)
    case .compute(let column, _), .mask(let column, _), .convert(let column, _),
      .fill(let column, _), .clamp(let column, _, _), .map(let column, _, _),
      .affine(let column, _, _):
      [column]
    }
  }
}

extension Operation {
  /// What is left of it when only these columns matter after it; nil when nothing is.
  func narrowed(to needed: Set<String>) -> Operation? {
    switch self {
    case .drop: return nil
    case .rename(let pairs):
      let kept = pairs.filter { needed.contains($0.new) }
      return kept.isEmpty ? nil : .rename(kept)
    case .lookup(let keys, let table):
      let kept = table.narrowed(to: needed)
      return kept.values.isEmpty ? nil : .lookup(keys: keys, kept)
    default: return writes.contains(where: needed.contains) ? self : nil
    }
  }
}

extension [Operation] {
  /// The operations that the wanted columns depend on, and the columns that have to be there before
  /// the first of them, by name.
  ///
  /// What nobody reads is left out, so a spec asks for no column that can't reach the model.
  package func reaching(_ wanted: [String]) -> (operations: [Operation], inputs: [String]) {
    var needed = Set(wanted)
    var kept: [Operation] = []
    for operation in reversed() {
      guard let operation = operation.narrowed(to: needed) else { continue }
      kept.append(operation)
      needed.subtract(operation.writes)
      needed.formUnion(operation.reads)
    }
    return (kept.reversed(), needed.sorted())
  }
}
