/// Which columns of a table are shown, and how wide, in a given width.
struct TableFit {
  /// Places of the columns shown, ascending.
  private(set) var shown: [Int]
  /// Their widths.
  private(set) var widths: [Int]
  /// Places of the columns left out.
  private(set) var hidden: [Int]

  /// A column of text is not clipped below this while another one can be left out.
  private static let leastTextWidth = 8

  init(of table: TextTable, in width: Int) {
    let natural = table.columns.indices.map { place in
      table.rows.reduce(displayWidth(of: table.columns[place].title)) { widest, row in
        place < row.count ? max(widest, displayWidth(of: row[place].text)) : widest
      }
    }
    let least = table.columns.indices.map { place in
      table.columns[place].alignment == .left
        ? min(natural[place], Self.leastTextWidth) : natural[place]
    }
    shown = Array(table.columns.indices)
    hidden = []
    widths = []
    func room(_ widths: [Int]) -> Int {
      widths.reduce(0, +) + table.gap * max(0, widths.count - 1)
    }
    let keyCount = min(max(1, table.keyCount), max(1, table.columns.count))
    while room(shown.map { least[$0] }) > width, shown.count > keyCount {
      hidden.insert(shown.removeLast(), at: 0)
    }
    while room(shown.map { min(least[$0], 1) }) > max(width, 0), shown.count > 1 {
      hidden.insert(shown.removeLast(), at: 0)
    }
    widths = shown.map { natural[$0] }
    shrink(to: width, least: shown.map { least[$0] }, room: room)
    shrink(to: width, least: shown.map { min(1, natural[$0]) }, room: room)
  }

  /// Takes columns from the widest that may still shrink until all fit or none may.
  private mutating func shrink(to width: Int, least: [Int], room: ([Int]) -> Int) {
    var excess = room(widths) - max(width, 0)
    while excess > 0 {
      let able = widths.indices.filter { widths[$0] > least[$0] }
      guard let widest = able.max(by: { widths[$0] < widths[$1] }) else { return }
      // Down to the next widest at once, not cell by cell: texts can be very long.
      let next = able.filter { $0 != widest }.map { widths[$0] }.max() ?? 0
      let step = min(excess, max(1, widths[widest] - max(next, least[widest])))
      widths[widest] -= step
      excess -= step
    }
  }

  /// Says how many columns are left out, and which.
  func note(_ columns: [TextTable.Column]) -> String? {
    guard !hidden.isEmpty else { return nil }
    let names = hidden.map { columns[$0].title }.joined(separator: ", ")
    return "+\(hidden.count) column\(hidden.count == 1 ? "" : "s"): \(names)"
  }
}
