import Canvas
import Diagnostics
import Language
import Tables

/// The rows by the groups of a `by`, at most as many as colours tell apart.
struct GroupSeries: Sendable {
  /// In the order of the levels; the rest of many stands last.
  var names: [String]
  /// For each row the place of its group; -1 where the group is missing.
  var codes: [Int]
  /// What the groups are, such as `species` or `sex × island`.
  var title: String

  private static let separator = " × "

  init(_ operands: [Operand], in subject: Subject) throws(Diagnostic) {
    let columns = try subject.columns(operands)
    title = columns.map(\.name).joined(separator: Self.separator)
    let categories = Self.combined(columns.map(\.categories), count: subject.frame.rowCount)
    let counts = categories.counts
    let used = counts.indices.filter { counts[$0] > 0 }
    var kept = used
    if used.count > Color.seriesCount {
      let largest = used.sorted { (counts[$0], $1) > (counts[$1], $0) }
      kept = largest.prefix(Color.seriesCount - 1).sorted()
    }
    var places = [Int](repeating: kept.count, count: counts.count)
    for (place, level) in kept.enumerated() { places[level] = place }
    names = kept.map { categories.levels[$0] }
    if kept.count < used.count { names.append("\(used.count - kept.count) others") }
    codes = categories.codes.map { code in
      code == Categories.missingCode ? -1 : places[Int(code)]
    }
  }

  private static func combined(_ columns: [Categories], count: Int) -> Categories {
    guard let first = columns.first else {
      return Categories(levels: [], codes: Array(repeating: Categories.missingCode, count: count))
    }
    guard columns.count > 1 else { return first }
    return Categories(
      (0..<count).map { row -> String? in
        let levels = columns.compactMap { $0[row] }
        return levels.count == columns.count ? levels.joined(separator: separator) : nil
      }
    )
  }

  /// The values of each group, by its place.
  func split(_ values: [Double]) -> [[Double]] {
    var parts = [[Double]](repeating: [], count: names.count)
    for (row, code) in codes.enumerated() where code >= 0 && row < values.count {
      parts[code].append(values[row])
    }
    return parts
  }

  /// How many rows are in no group.
  var missingCount: Int { codes.count { $0 < 0 } }
}
