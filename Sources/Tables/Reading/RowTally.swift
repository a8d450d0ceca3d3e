/// How many rows something happened in, and the first of them.
struct RowTally: Sendable, Equatable {
  private(set) var count = 0
  private var first: [Int] = []
  private var last = -1

  var isEmpty: Bool { count == 0 }

  /// Counted from 0; -1 when there is none.
  var firstRow: Int { first.first.map { $0 - 1 } ?? -1 }

  /// Rows come in ascending order; one that comes twice counts once.
  ///
  /// - Parameter row: counted from 0; people read it counted from 1.
  mutating func add(_ row: Int) {
    guard row != last else { return }
    last = row
    count += 1
    if first.count < 5 { first.append(row + 1) }
  }

  /// With the rows of another, which come behind.
  mutating func add(_ other: RowTally, from row: Int = 0) {
    for place in other.first where first.count < 5 { first.append(place + row) }
    count += other.count
    if other.count > 0 { last = other.last + row }
  }

  /// `row 7`, `rows 3, 7 and 12`, `rows 3, 7, 12, 15, 20 and 4 more`.
  var text: String {
    let more = count - first.count
    let parts = first.map(String.init) + (more > 0 ? ["\(more) more"] : [])
    guard let last = parts.last, parts.count > 1 else { return "row \(parts.first ?? "")" }
    return "rows \(parts.dropLast().joined(separator: ", ")) and \(last)"
  }
}
