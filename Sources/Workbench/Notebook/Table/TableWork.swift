package import Tables

/// Work on a table that can take longer than a key may: it runs on another thread.
package struct TableWork: Sendable {
  package struct Sorting: Hashable, Sendable {
    package var column: String
    package var isDescending: Bool
  }

  package enum Job: Sendable {
    /// Which rows the view shows, and in which order: the first sorting decides, the next ones
    /// break its ties.
    case arrange([CellFilter], [Sorting])
    /// The next cell that holds a text, among these rows, from a place on.
    case find(String, rows: [Int]?, fromRow: Int, fromColumn: Int, step: Int)
    /// What the attributes screen says of these columns.
    case summarise(Range<Int>)
  }

  package enum Result: Sendable {
    /// Places in the frame; nil for all of them in their own order.
    case arranged([Int]?)
    case found(row: Int, column: Int)
    case notFound
    case summarised(Range<Int>, [ColumnSummary])
  }

  package struct Answer: Sendable {
    package var id: Int
    package var result: Result
  }

  /// Comes back with the answer: one that isn't waited for any more is passed over.
  package let id: Int
  package let frame: Frame
  package let job: Job

  package func run() -> Answer {
    switch job {
    case .arrange(let filters, let sortings):
      Answer(id: id, result: .arranged(arranged(filters, sortings)))
    case .find(let text, let rows, let row, let column, let step):
      Answer(id: id, result: found(text, rows, row, column, step))
    case .summarise(let places):
      Answer(
        id: id,
        result: .summarised(places, frame.columns[places].map { ColumnSummary($0) })
      )
    }
  }

  // MARK: Order

  private func arranged(_ filters: [CellFilter], _ sortings: [Sorting]) -> [Int]? {
    guard !filters.isEmpty || !sortings.isEmpty else { return nil }
    var rows = Array(0..<frame.rowCount)
    for filter in filters {
      guard let place = frame.place(of: filter.column) else { continue }
      let column = frame.columns[place]
      rows.removeAll { !filter.keeps($0, of: column) }
    }
    for sorting in sortings.reversed() {
      guard let place = frame.place(of: sorting.column) else { continue }
      rows = Self.sorted(rows, by: frame.columns[place], isDescending: sorting.isDescending)
    }
    return rows
  }

  /// Stable; missing cells come last either way.
  private static func sorted(_ rows: [Int], by column: Column, isDescending: Bool) -> [Int] {
    let keys = keys(of: column)
    var present: [(key: UInt64, place: Int)] = []
    var missing: [Int] = []
    present.reserveCapacity(rows.count)
    for (place, row) in rows.enumerated() {
      if column.isMissing(at: row) {
        missing.append(row)
      } else {
        present.append((isDescending ? ~keys[row] : keys[row], place))
      }
    }
    present.sort { $0.key == $1.key ? $0.place < $1.place : $0.key < $1.key }
    return present.map { rows[$0.place] } + missing
  }

  /// Whole numbers that are ordered as the values are.
  private static func keys(of column: Column) -> [UInt64] {
    switch column.data {
    case .integers(let values): values.map { UInt64(bitPattern: $0) ^ (1 << 63) }
    case .instants(let values): values.map { UInt64(bitPattern: $0) ^ (1 << 63) }
    case .doubles(let values):
      values.map { value in
        // Adding zero makes −0 and 0 the same.
        let bits = (value + 0).bitPattern
        return bits >> 63 == 1 ? ~bits : bits | 1 << 63
      }
    case .booleans(let values): values.indices.map { values[$0] ? 1 : 0 }
    case .category, .texts: column.categories.codes.map(UInt64.init)
    }
  }

  // MARK: Finding

  private func found(
    _ text: String,
    _ rows: [Int]?,
    _ row: Int,
    _ column: Int,
    _ step: Int
  ) -> Result {
    let wanted = text.lowercased()
    let rowCount = rows?.count ?? frame.rowCount
    let columnCount = frame.columnCount
    guard !wanted.isEmpty, rowCount > 0, columnCount > 0 else { return .notFound }
    var row = min(max(row, 0), rowCount - 1)
    var column = min(max(column, 0), columnCount - 1)
    let levels = frame.columns.map { LevelSearch($0, wanted) }
    // One row more than there are: the first is looked at from both ends.
    for _ in 0...rowCount {
      while true {
        column += step
        guard column >= 0, column < columnCount else { break }
        let place = rows?[row] ?? row
        if levels[column].holds(row: place) { return .found(row: row, column: column) }
      }
      row = (row + step + rowCount) % rowCount
      column = step > 0 ? -1 : columnCount
    }
    return .notFound
  }
}
