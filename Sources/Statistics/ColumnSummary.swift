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
    if case .texts(let texts) = column.data {
      (distinct, top, topCount) = Self.topText(of: texts, in: column)
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

  /// Without sorting all texts, which may all be different.
  private static func topText(of texts: Texts, in column: Column) -> (Int, Value?, Int?) {
    var interner = Interner()
    var counts: [Int] = []
    for row in texts.indices where !column.isMissing(at: row) {
      let code = Int(texts.withBytes(at: row) { interner.code(of: $0) })
      if code == counts.count { counts.append(0) }
      counts[code] += 1
    }
    guard let most = counts.max() else { return (0, nil, nil) }
    let tied = counts.indices.lazy.filter { counts[$0] == most }.map { interner.texts[$0] }
    return (counts.count, tied.min(by: ScalarOrder.precedes).map(Value.text), most)
  }
}
