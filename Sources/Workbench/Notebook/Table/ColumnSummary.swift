package import Language
package import Tables

/// What the attributes screen says of a column.
package struct ColumnSummary: Hashable, Sendable {
  package var name: String
  package var kind: ColumnKind
  package var count: Int
  package var missingCount: Int
  package var distinctCount: Int
  /// Cells in each of eight equal parts of the range; empty for category and text.
  package var bins: [Int] = []
  /// The commonest level and its cells, for category, text and boolean.
  package var top: String?
  package var topCount = 0

  private static let binCount = 8

  package init(_ column: Column) {
    name = column.name
    kind = column.kind
    count = column.count
    missingCount = column.missingCount
    switch column.data {
    case .doubles, .integers, .instants:
      let values = (column.doubles ?? []).filter(\.isFinite).sorted()
      distinctCount = Self.distinctCount(values)
      bins = Self.bins(values)
    case .booleans, .category, .texts:
      let categories = column.categories
      let counts = categories.counts
      distinctCount = counts.count { $0 > 0 }
      if let most = counts.max(), most > 0, let place = counts.firstIndex(of: most) {
        top = categories.levels[place]
        topCount = most
      }
    }
  }

  private static func distinctCount(_ sorted: [Double]) -> Int {
    guard !sorted.isEmpty else { return 0 }
    return 1 + zip(sorted, sorted.dropFirst()).count { $0 != $1 }
  }

  private static func bins(_ sorted: [Double]) -> [Int] {
    guard let low = sorted.first, let high = sorted.last else { return [] }
    var bins = [Int](repeating: 0, count: binCount)
    // Halved first: the range of the largest doubles overflows.
    let width = high / 2 - low / 2
    for value in sorted {
      let share = width > 0 ? (value / 2 - low / 2) / width : 0
      bins[min(binCount - 1, max(0, Int(share * Double(binCount))))] += 1
    }
    return bins
  }
}
