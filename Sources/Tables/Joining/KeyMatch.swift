package import Diagnostics
import Language

/// Which rows of two tables have the same key.
///
/// Numbers match by value, categories and texts by their text; a missing key matches nothing, not
/// even another missing one.
package struct KeyMatch: Sendable {
  package let leftCount: Int
  package let rightCount: Int
  /// The right table's rows, those of one key together, in their order.
  private let arranged: [Int]
  /// For each left row where its matches stand in `arranged`.
  private let ranges: [Range<Int>]

  /// The pairs of columns have been found to agree; see ``agree(_:_:)``.
  package init(
    left: [Column],
    right: [Column],
    leftCount: Int,
    rightCount: Int,
    report: Report
  ) throws(Diagnostic) {
    self.leftCount = leftCount
    self.rightCount = rightCount
    let stacked = zip(left, right).map(Self.stacked)
    let grouping = try Grouping(by: stacked, rowCount: leftCount + rightCount, report: report)
    func hasKey(_ row: Int, _ columns: [Column]) -> Bool {
      columns.allSatisfy { !$0.isMissing(at: row) }
    }
    let codes = grouping.codes
    var starts = [Int](repeating: 0, count: grouping.count + 1)
    var keyed: [Int] = []
    for row in 0..<rightCount where hasKey(row, right) {
      keyed.append(row)
      starts[Int(codes[leftCount + row]) + 1] += 1
    }
    for group in 0..<grouping.count { starts[group + 1] += starts[group] }
    var next = starts
    var arranged = [Int](repeating: 0, count: keyed.count)
    for row in keyed {
      let group = Int(codes[leftCount + row])
      arranged[next[group]] = row
      next[group] += 1
    }
    self.arranged = arranged
    ranges = (0..<leftCount).map { row in
      guard hasKey(row, left) else { return 0..<0 }
      let group = Int(codes[row])
      return starts[group]..<starts[group + 1]
    }
  }

  /// How many rows of the right table match a left row.
  package func count(of row: Int) -> Int { ranges[row].count }

  /// The rows of the right table that match a left row, in their order.
  package func matches(of row: Int) -> ArraySlice<Int> { arranged[ranges[row]] }

  /// Whether no left row has more than one match.
  package var isUnique: Bool { ranges.allSatisfy { $0.count <= 1 } }

  /// The right table's rows that no left row matches.
  package var rightOnly: [Int] {
    var isMatched = [Bool](repeating: false, count: rightCount)
    for range in ranges { for row in arranged[range] { isMatched[row] = true } }
    return isMatched.indices.filter { !isMatched[$0] }
  }

  /// Whether values of the two kinds can be the same.
  package static func agree(_ left: Column, _ right: Column) -> Bool {
    left.kind == right.kind || isTextual(left) && isTextual(right)
  }

  private static func isTextual(_ column: Column) -> Bool {
    column.kind == .category || column.kind == .text
  }

  /// Both columns' keys below each other, so that the same key is the same value.
  private static func stacked(_ left: Column, _ right: Column) -> Column {
    guard let leftValues = left.doubles, let rightValues = right.doubles else {
      return Column(left.name, doubles: stackedCodes(left.categories, right.categories))
    }
    let values = leftValues + rightValues
    let areExact = values.allSatisfy { !(abs($0) >= 0x1p53) }
    guard !areExact else { return Column(left.name, doubles: values) }
    return Column(left.name, left.kind, values: left.values + right.values)
  }

  /// Codes into the levels of both, found by going down both sorted lists at once.
  private static func stackedCodes(_ left: Categories, _ right: Categories) -> [Double] {
    var code = 0.0
    var (l, r) = (0, 0)
    var leftCodes: [Double] = []
    var rightCodes: [Double] = []
    while l < left.levels.count || r < right.levels.count {
      let takesLeft =
        r == right.levels.count
        || l < left.levels.count && !ScalarOrder.precedes(right.levels[r], left.levels[l])
      let takesRight =
        l == left.levels.count
        || r < right.levels.count && !ScalarOrder.precedes(left.levels[l], right.levels[r])
      if takesLeft {
        leftCodes.append(code)
        l += 1
      }
      if takesRight {
        rightCodes.append(code)
        r += 1
      }
      code += 1
    }
    return left.codes.map { $0 == Categories.missingCode ? .nan : leftCodes[Int($0)] }
      + right.codes.map { $0 == Categories.missingCode ? .nan : rightCodes[Int($0)] }
  }
}
