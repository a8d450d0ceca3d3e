package import Language
import Tables

/// A condition of the view: only, or no, rows with this value in a column.
package struct CellFilter: Hashable, Sendable {
  package var column: String
  package var value: Value
  package var isExcluded: Bool

  package init(column: String, value: Value, isExcluded: Bool) {
    self.column = column
    self.value = value
    self.isExcluded = isExcluded
  }

  /// The condition as the language writes it; it keeps the same rows.
  ///
  /// Where the column has missing cells, `!=` alone would lose them.
  package func text(hasMissing: Bool) -> String {
    let name = Words.quotedName(column)
    if value.isMissing { return isExcluded ? "not \(name) is missing" : "\(name) is missing" }
    let literal = value.literalText
    guard isExcluded else { return "\(name) == \(literal)" }
    return hasMissing ? "(\(name) != \(literal) or \(name) is missing)" : "\(name) != \(literal)"
  }

  func keeps(_ row: Int, of column: Column) -> Bool {
    let isSame: Bool =
      switch (column.value(at: row), value) {
      case (.text(let a), .text(let b)): ScalarOrder.areSame(a, b)
      case (let a, let b): a == b
      }
    return isSame != isExcluded
  }
}
