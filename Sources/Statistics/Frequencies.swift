import Kernels
package import Language
package import Tables

/// How often each value of a column stands in it.
package struct Frequencies: Hashable, Sendable {
  package struct Level: Hashable, Sendable {
    package var value: Value
    package var count: Int
    /// Of the values that are there.
    package var share: Double
  }

  package enum Order: Hashable, Sendable {
    /// The most frequent first, those that tie by value.
    case count
    /// Numbers and datetimes by size, false before true, texts by Unicode scalar.
    case value
  }

  package var levels: [Level]
  package var missing: Int
  package var distinct: Int { levels.count }

  /// Unless told, numbers and datetimes come by value, all others by count.
  package init(of column: Column, order: Order? = nil) {
    let present = column.count - column.missingCount
    missing = column.missingCount
    levels = Self.counts(of: column).map {
      Level(value: $0.value, count: $0.count, share: Double($0.count) / Double(present))
    }
    let ordered = order ?? (column.kind == .number || column.kind == .datetime ? .value : .count)
    if ordered == .count {
      // Stable, so that ties stay in the order of values.
      levels = levels.enumerated()
        .sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
        .map(\.element)
    }
  }

  /// In the order of values.
  private static func counts(of column: Column) -> [(value: Value, count: Int)] {
    switch column.data {
    case .category, .texts:
      let categories = column.categories
      return zip(categories.levels, categories.counts)
        .filter { $0.1 > 0 }
        .map { (.text($0.0), $0.1) }
    case .booleans(let values):
      var counts = [0, 0]
      for row in values.indices where !column.isMissing(at: row) {
        counts[values[row] ? 1 : 0] += 1
      }
      return [(.boolean(false), counts[0]), (.boolean(true), counts[1])].filter { $0.1 > 0 }
    case .integers(let values):
      return runs(of: present(Array(values), in: column).sorted()).map {
        (.integer($0.value), $0.count)
      }
    case .instants(let values):
      return runs(of: present(Array(values), in: column).sorted()).map {
        (.datetime(Instant(microseconds: $0.value)), $0.count)
      }
    case .doubles(let values):
      return runs(of: ascending(values.filter { !$0.isNaN })).map { (.number($0.value), $0.count) }
    }
  }

  private static func present(_ values: [Int64], in column: Column) -> [Int64] {
    guard column.missingCount > 0 else { return values }
    return values.indices.lazy.filter { !column.isMissing(at: $0) }.map { values[$0] }
  }

  private static func runs<Element: Equatable>(
    of sorted: [Element]
  ) -> [(value: Element, count: Int)] {
    var runs: [(value: Element, count: Int)] = []
    for value in sorted {
      if let last = runs.last, last.value == value {
        runs[runs.count - 1].count += 1
      } else {
        runs.append((value, 1))
      }
    }
    return runs
  }
}
