package import Diagnostics
import Language

/// Rows put together by keys and put in order within each group.
package struct GroupOrder: Sendable {
  package let grouping: Grouping
  /// The rows, one group after the other, each in its order.
  let arranged: [Int]
  /// Where each group begins in `arranged`, and at the end how many rows there are.
  let starts: [Int]

  /// - Parameters:
  ///   - keys: none make all rows one group.
  ///   - order: nil keeps the rows' own order.
  package init(
    by keys: [Column],
    order: OrderKey? = nil,
    rowCount: Int,
    report: Report
  ) throws(Diagnostic) {
    grouping = try Grouping(by: keys, rowCount: rowCount, report: report)
    let rows = order.map { OrderKey.rows(by: [$0], rowCount: rowCount) } ?? Array(0..<rowCount)
    (arranged, starts) = Self.arrange(rows, grouping)
  }

  /// By counting: within a group the rows keep the order they come in.
  private static func arrange(
    _ rows: [Int],
    _ grouping: Grouping
  ) -> (arranged: [Int], starts: [Int]) {
    var starts = [0]
    starts.reserveCapacity(grouping.count + 1)
    for size in grouping.sizes { starts.append(starts[starts.count - 1] + size) }
    var next = starts
    var arranged = [Int](repeating: 0, count: rows.count)
    for row in rows {
      let group = Int(grouping.codes[row])
      arranged[next[group]] = row
      next[group] += 1
    }
    return (arranged, starts)
  }

  package var rowCount: Int { arranged.count }
  package var groupCount: Int { grouping.count }

  /// The same groups with their rows in the order of a column.
  func ordered(by column: Column) -> [Int] {
    let rows = OrderKey.rows(by: [OrderKey(column)], rowCount: rowCount)
    return Self.arrange(rows, grouping).arranged
  }

  /// A value a group in each of the group's rows.
  func spread(_ values: Column) -> Column {
    var places: [Int] = []
    places.reserveCapacity(rowCount)
    for code in grouping.codes { places.append(Int(code)) }
    return values.rows(at: places)
  }
}

extension GroupOrder {
  /// One value a group.
  ///
  /// - Parameter column: nil for `count()`, which counts rows.
  /// - Throws: `.data` for a column of a kind that the function can't take.
  func aggregated(
    _ function: Function,
    of column: Column?,
    report: Report
  ) throws(Diagnostic) -> Column {
    guard let column else {
      return Column(function.rawValue, integers: grouping.sizes.map { Int64($0) })
    }
    if function == .first || function == .last {
      return column.gathered(at: edges(of: column, fromEnd: function == .last))
    }
    guard let aggregate = Aggregate(rawValue: function.rawValue) else {
      throw Diagnostic(.internal, "\(function.rawValue)() is no aggregate")
    }
    return try grouping.aggregated(aggregate, of: column, report: report)
  }

  /// The first or last row of each group that has a value; -1 where none has.
  private func edges(of column: Column, fromEnd: Bool) -> [Int] {
    (0..<groupCount).map { group in
      let rows = arranged[starts[group]..<starts[group + 1]]
      return
        (fromEnd
        ? rows.last { !column.isMissing(at: $0) } : rows.first { !column.isMissing(at: $0) }) ?? -1
    }
  }
}
