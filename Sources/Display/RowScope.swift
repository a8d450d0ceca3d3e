import Canvas
import Tables

/// How many rows a look saw, and why not all.
struct RowScope: Hashable, Sendable {
  var rowCount: Int
  var totalCount: Int
  var restriction: String?

  init(_ subject: Subject) {
    rowCount = subject.frame.rowCount
    totalCount = max(subject.totalRowCount, subject.frame.rowCount)
    restriction = subject.restriction
  }

  /// Such as `344 rows` or `800 of 1,000 rows, test sealed`.
  var text: String {
    let rows =
      rowCount == totalCount
      ? NumberFormat.count(rowCount, "row")
      : "\(NumberFormat.count(rowCount)) of \(NumberFormat.count(totalCount, "row"))"
    return restriction.map { "\(rows), \($0)" } ?? rows
  }

  /// The same with more to say behind it.
  func note(_ more: String...) -> Scene.Block {
    .note(([text] + more.filter { !$0.isEmpty }).joined(separator: " · "))
  }
}
