/// A row on its way down a growing tree.
struct TreeRow: Sendable {
  var weight: Double
  var value: Double
  var row: UInt32
  var slot: Int32
}

extension TreeRow {
  /// Puts the rows whose bins are in `left` first, order kept on either side.
  ///
  /// - Parameters:
  ///   - rows: only those of `range` move.
  ///   - spare: as long as `rows`; what stands in it is lost.
  ///   - range: the rows of a node.
  ///   - codes: bins, the first row's at `offset`.
  ///   - offset: where the feature's bins start.
  ///   - left: the bins that go left.
  /// - Returns: where the rows start that don't go left.
  static func partition(
    _ rows: inout [TreeRow],
    spare: inout [TreeRow],
    range: Range<Int>,
    codes: [UInt8],
    offset: Int,
    left: BinSet
  ) -> Int {
    let table = (0..<256).map { left.contains(UInt8($0)) ? 1 : 0 }
    let goesLeft = table.span
    let codes = codes.span
    var rows = rows.mutableSpan
    var spare = spare.mutableSpan
    var next = range.lowerBound
    var others = 0
    for index in range {
      let row = rows[index]
      let isLeft = goesLeft[Int(codes[offset + Int(row.row)])]
      // Both are written and one place moves on: no branch to guess.
      rows[next] = row
      spare[others] = row
      next += isLeft
      others += 1 - isLeft
    }
    for index in 0..<others { rows[next + index] = spare[index] }
    return next
  }
}
