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
    levels = Self.levels(of: column) { value, count in
      Level(value: value, count: count, share: Double(count) / Double(present))
    }
    let ordered = order ?? (column.kind == .number || column.kind == .datetime ? .value : .count)
    if ordered == .count { sortByCount() }
  }

  /// The most frequent first; those that tie stay in the order of values.
  package mutating func sortByCount() {
    let most = levels.reduce(0) { Swift.max($0, $1.count) }
    let keys = levels.map { UInt64(most - $0.count) }
    let order = SortedKeys(of: keys.span).items
    levels = order.map { levels[Int($0.row)] }
  }

  /// In the order of values.
  private static func levels(
    of column: Column,
    _ level: (Value, Int) -> Level
  ) -> [Level] {
    switch column.data {
    case .category, .texts:
      let categories = column.categories
      let counts = categories.counts
      return counts.indices.filter { counts[$0] > 0 }
        .map { level(.text(categories.levels[$0]), counts[$0]) }
    case .booleans(let values):
      let (yes, all) = (values.setCount, column.count - column.missingCount)
      return [(false, all - yes), (true, yes)].filter { $0.1 > 0 }
        .map { level(.boolean($0.0), $0.1) }
    case .integers(let values):
      return counts(of: values, in: column).map { level(.integer($0.number), $0.count) }
    case .instants(let values):
      let unit = values.unit.rawValue
      return counts(of: values.ticks, in: column)
        .map { level(.datetime(Instant(microseconds: $0.number * unit)), $0.count) }
    case .doubles(let values):
      let present = values.withoutNaN
      let keys: [UInt64] = ChunkRunner.written(rows: present.count) { rows, keys in
        for row in rows { keys[row - rows.lowerBound] = SortKey.ofPresent(present[row]) }
      }
      let found = CountedKeys(of: keys.span)
      return found.keys.indices.map {
        level(.number(SortKey.value(of: found.keys[$0])), found.counts[$0])
      }
    }
  }

  private static func counts(
    of values: PackedIntegers,
    in column: Column
  ) -> [(number: Int64, count: Int)] {
    if let counts = values.counts(validity: column.validity) { return counts.present }
    let least: UInt64 = 1 << 63
    var keys = values.map { UInt64(bitPattern: $0) ^ least }
    if let validity = column.validity {
      keys = keys.indices.lazy.filter { validity[$0] }.map { keys[$0] }
    }
    let found = CountedKeys(of: keys.span)
    return found.keys.indices.map {
      (Int64(bitPattern: found.keys[$0] ^ least), found.counts[$0])
    }
  }
}
