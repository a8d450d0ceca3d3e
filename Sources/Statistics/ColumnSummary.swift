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
    if column.kind == .number {
      let summary = NumberSummary(of: column)
      numbers = summary
      distinct = summary.distinct
      return
    }
    if case .texts(let texts) = column.data {
      let counts = TextCounts(of: texts, validity: column.validity)
      distinct = counts.distinct
      top = counts.top.map(Value.text)
      topCount = counts.topCount
      return
    }
    if case .category(let categories) = column.data {
      let counts = categories.counts
      distinct = counts.count { $0 > 0 }
      let most = counts.max() ?? 0
      guard let first = counts.firstIndex(of: most), most > 0 else { return }
      (top, topCount) = (.text(categories.levels[first]), most)
      return
    }
    let frequencies = Frequencies(of: column, order: .value)
    distinct = frequencies.distinct
    topCount = frequencies.levels.map(\.count).max()
    top = frequencies.levels.first { $0.count == topCount }?.value
    if case .datetime(let first) = frequencies.levels.first?.value { earliest = first }
    if case .datetime(let last) = frequencies.levels.last?.value { latest = last }
  }
}
