package import Diagnostics

/// Rows put together by the values of columns.
///
/// Groups ascend by their keys, the first column first; numbers and datetimes by size, false before
/// true, texts by Unicode scalar. A missing value is a key like any other and stands last.
package struct Grouping: Sendable {
  /// The group of each row.
  package let codes: [UInt32]
  package let count: Int
  /// The first row of each group.
  package let firstRows: [Int]
  /// How many rows each group has, never 0.
  package let sizes: [Int]

  /// By no column all rows are one group; without rows there is none.
  package init(
    by columns: [Column],
    rowCount: Int,
    report: Report = .silent
  ) throws(Diagnostic) {
    var keys = GroupKeys(rowCount: rowCount)
    for (done, column) in columns.enumerated() {
      guard column.count == rowCount else {
        throw .wrongLength(column, rowCount: rowCount)
      }
      try report(Progress("groups", done: done, of: columns.count))
      let others = GroupKeys(of: column)
      keys = done == 0 ? others : keys.combined(with: others)
    }
    keys = keys.compacted()
    var firstRows = [Int](repeating: -1, count: keys.bound)
    var sizes = [Int](repeating: 0, count: keys.bound)
    for (row, code) in keys.codes.enumerated() {
      if sizes[Int(code)] == 0 { firstRows[Int(code)] = row }
      sizes[Int(code)] += 1
    }
    codes = keys.codes
    count = keys.bound
    self.firstRows = firstRows
    self.sizes = sizes
  }
}

extension Diagnostic {
  static func wrongLength(_ column: Column, rowCount: Int) -> Diagnostic {
    Diagnostic(
      .data,
      "column '\(column.name)' has \(column.count) rows, expected \(rowCount)",
      subject: column.name
    )
  }
}
