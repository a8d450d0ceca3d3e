/// Which rows of two tables a join keeps.
package enum JoinKind: String, Hashable, Sendable, CaseIterable {
  /// Rows that have a match.
  case inner
  /// All of the left table.
  case left
  /// All of the right table.
  case right
  /// All of both.
  case full
  /// The left table's rows that have a match, nothing added.
  case semi
  /// The left table's rows that have none, nothing added.
  case anti
}
