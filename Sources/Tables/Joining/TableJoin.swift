package import Diagnostics
import Language

/// Two tables put together by equal keys.
package struct TableJoin: Sendable {
  package let frame: Frame
  /// The left table's row of each row, -1 for those of the right table alone.
  package let leftRows: [Int]
  /// Left rows that have a match, and left and right rows that have none.
  package let matchedCount: Int
  package let leftOnlyCount: Int
  package let rightOnlyCount: Int
  /// Whether each row is a row of the left table, none of them twice.
  package let isSelection: Bool

  /// Rows come in the order of the left table, the matches of one in the order of the right one;
  /// rows of the right table alone stand last.
  ///
  /// Where every row is one of the left table it keeps its number. Otherwise a pair's number is
  /// made of both rows' numbers, so that it depends on no order; see ``numbers``.
  ///
  /// - Parameters:
  ///   - keys: columns of the left table's rows and of the right table, pair by pair of one kind.
  ///   - name: the right table's, which stands before those of its columns that the left one has.
  package init(
    _ kind: JoinKind,
    _ left: Frame,
    _ right: Frame,
    on keys: [(left: Column, right: Column)],
    named name: String,
    report: Report
  ) throws(Diagnostic) {
    let match = try KeyMatch(
      left: keys.map(\.left),
      right: keys.map(\.right),
      leftCount: left.rowCount,
      rightCount: right.rowCount,
      report: report
    )
    let rightOnly = match.rightOnly
    matchedCount = (0..<left.rowCount).count { match.count(of: $0) > 0 }
    leftOnlyCount = left.rowCount - matchedCount
    rightOnlyCount = rightOnly.count
    if kind == .semi || kind == .anti {
      let rows = (0..<left.rowCount).filter { (match.count(of: $0) > 0) == (kind == .semi) }
      frame = left.rows(at: rows)
      leftRows = rows
      isSelection = true
      return
    }
    let keepsLeft = kind == .left || kind == .full
    let keepsRight = kind == .right || kind == .full
    try Self.requireRoom(match, keepsLeft: keepsLeft)
    var leftRows: [Int] = []
    var rightRows: [Int] = []
    for row in 0..<left.rowCount {
      for other in match.matches(of: row) {
        leftRows.append(row)
        rightRows.append(other)
      }
      if keepsLeft, match.count(of: row) == 0 {
        leftRows.append(row)
        rightRows.append(-1)
      }
    }
    if keepsRight {
      leftRows += rightOnly.map { _ in -1 }
      rightRows += rightOnly
    }
    self.leftRows = leftRows
    isSelection = match.isUnique && (!keepsRight || rightOnly.isEmpty)
    let numbers = try Self.numbers(
      isSelection: isSelection,
      leftRows.map { $0 < 0 ? nil : left.rowNumbers[$0] },
      rightRows.map { $0 < 0 ? nil : right.rowNumbers[$0] }
    )
    var columns = left.columns.map { $0.gathered(at: leftRows) }
    if keepsRight, !rightOnly.isEmpty {
      // Rows of the right table alone have their key in the left table's columns.
      for key in keys {
        guard let place = left.place(of: key.left.name) else { continue }
        columns[place] = columns[place].filled(
          from: key.right.gathered(at: rightRows),
          where: leftRows.map { $0 < 0 }
        )
      }
    }
    let keyNames = Set(keys.map(\.right.name))
    for column in right.columns where !keyNames.contains(column.name) {
      let isTaken = left.hasColumn(named: column.name)
      columns.append(
        column.renamed(isTaken ? "\(name).\(column.name)" : column.name).gathered(at: rightRows)
      )
    }
    frame = try Frame(columns, rowNumbers: numbers)
  }

  /// More rows than this would not fit into memory in any case.
  private static let mostRows = Int(Int32.max)

  private static func requireRoom(_ match: KeyMatch, keepsLeft: Bool) throws(Diagnostic) {
    var count = 0
    for row in 0..<match.leftCount { count += max(keepsLeft ? 1 : 0, match.count(of: row)) }
    guard count <= mostRows else {
      throw Diagnostic(.data, "the join would have \(count) rows, at most \(mostRows) are possible")
    }
  }

  /// Left numbers where these are unique; else left × (greatest right + 2) + right + 1, with 0 in
  /// place of right + 1 where there is no right row, and rows of the right table alone behind the
  /// greatest left one.
  private static func numbers(
    isSelection: Bool,
    _ left: [Int?],
    _ right: [Int?]
  ) throws(Diagnostic) -> RowNumbers {
    if isSelection { return RowNumbers(left.compactMap(\.self)) }
    let stride = (right.lazy.compactMap(\.self).max() ?? 0) + 2
    let behind = (left.lazy.compactMap(\.self).max() ?? -1) + 1
    var numbers: [Int] = []
    numbers.reserveCapacity(left.count)
    for (left, right) in zip(left, right) {
      let (product, isTooLarge) = (left ?? behind).multipliedReportingOverflow(by: stride)
      guard !isTooLarge, product <= Int.max - stride else {
        throw Diagnostic(.data, "the row numbers of the two tables are too large to be joined")
      }
      numbers.append(product + (right.map { $0 + 1 } ?? 0))
    }
    return RowNumbers(numbers)
  }
}

extension Column {
  /// With the cells of another column in the marked rows.
  fileprivate func filled(from other: Column, where isTaken: [Bool]) -> Column {
    var builder = ColumnBuilder(name, kind)
    for row in 0..<count { builder.append((isTaken[row] ? other : self).value(at: row)) }
    return builder.column
  }
}
