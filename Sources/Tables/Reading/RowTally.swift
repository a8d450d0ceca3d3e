/// How many rows something happened in, and the first of them.
struct RowTally {
  private(set) var count = 0
  private var first: [Int] = []

  /// - Parameter row: counted from 0; people read it counted from 1.
  mutating func add(_ row: Int) {
    count += 1
    if first.count < 5 { first.append(row + 1) }
  }

  /// `row 7`, `rows 3, 7 and 12`, `rows 3, 7, 12, 15, 20 and 4 more`.
  var text: String {
    let more = count - first.count
    let parts = first.map(String.init) + (more > 0 ? ["\(more) more"] : [])
    guard let last = parts.last, parts.count > 1 else { return "row \(parts.first ?? "")" }
    return "rows \(parts.dropLast().joined(separator: ", ")) and \(last)"
  }
}
