/// The rows of a grouping, group after group, each group's in their order.
struct GroupedRows {
  let rows: [UInt32]
  /// Where each group begins, and the end.
  let starts: [Int]

  init(_ grouping: Grouping) {
    var starts = [0]
    starts.reserveCapacity(grouping.count + 1)
    for size in grouping.sizes { starts.append(starts[starts.count - 1] + size) }
    var next = starts
    var rows = [UInt32](repeating: 0, count: grouping.codes.count)
    for (row, code) in grouping.codes.enumerated() {
      rows[next[Int(code)]] = UInt32(row)
      next[Int(code)] += 1
    }
    self.rows = rows
    self.starts = starts
  }

  func rows(of group: Int) -> ArraySlice<UInt32> { rows[starts[group]..<starts[group + 1]] }
}
