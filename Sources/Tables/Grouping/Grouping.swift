package import Diagnostics
import Kernels

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
    var keys = GroupKeys(rowCount: columns.isEmpty ? rowCount : 0)
    for (done, column) in columns.enumerated() {
      guard column.count == rowCount else { throw .wrongLength(column, rowCount: rowCount) }
      try report(Progress("groups", done: done, of: columns.count))
      let others = GroupKeys(of: column)
      keys = done == 0 ? others : keys.combined(with: others)
    }
    self.init(keys)
  }

  /// A group for each code that comes.
  private init(_ keys: GroupKeys) {
    let found = GroupSizes(of: keys)
    let used = found.sizes.indices.filter { found.sizes[$0] > 0 }
    sizes = used.map { Int(found.sizes[$0]) }
    firstRows = used.map { Int(found.firstRows[$0]) }
    count = used.count
    guard used.count < keys.bound else {
      codes = keys.codes
      return
    }
    var places = [UInt32](repeating: 0, count: keys.bound)
    for (place, code) in used.enumerated() { places[code] = UInt32(place) }
    let compact = places
    codes = ChunkRunner.written(rows: keys.codes.count) { rows, codes in
      for row in rows { codes[row - rows.lowerBound] = compact[Int(keys.codes[row])] }
    }
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
