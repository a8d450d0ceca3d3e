package import Language
package import Tables

/// What there is to say about one column in a line.
package struct ColumnSummary: Hashable, Sendable {
  package var name: String
  package var kind: ColumnKind
  /// Values that are there.
  package var count: Int
  package var missing: Int
  /// Cells that could not be read; they are among the missing.
  package var unreadable: Int
  /// Missing left out.
  package var distinct: Int
  /// Of a number column.
  package var numbers: NumberSummary?
  /// The most frequent value of any other column, the first in order of those that tie.
  package var top: Value?
  package var topCount: Int?
  /// Of a datetime column.
  package var earliest: Instant?
  package var latest: Instant?

  package init(of column: Column) {
    name = column.name
    kind = column.kind
    missing = column.missingCount
    count = column.count - column.missingCount
    unreadable = column.unreadable.count
    if column.kind == .number, let doubles = column.doubles {
      let summary = NumberSummary(of: doubles)
      numbers = summary
      distinct = summary.distinct
      return
    }
    let frequencies = Frequencies(of: column, order: .count)
    distinct = frequencies.distinct
    top = frequencies.levels.first?.value
    topCount = frequencies.levels.first?.count
    if case .instants(let values) = column.data {
      let present = values.indices.lazy.filter { !column.isMissing(at: $0) }.map { values[$0] }
      earliest = present.min().map(Instant.init(microseconds:))
      latest = present.max().map(Instant.init(microseconds:))
    }
  }
}
