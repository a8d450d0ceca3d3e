package import Canvas
package import Language
import Tables

/// Every cell of the data: the rows and columns in view, the view's own order and filters, and
/// the cell under the cursor.
package struct TableScreen: Sendable {
  package private(set) var content: TableContent
  /// Places among the rows the view shows.
  package private(set) var row = 0
  package private(set) var column = 0
  package private(set) var topRow = 0
  package private(set) var leftColumn = 0
  package private(set) var filters: [CellFilter] = []
  package private(set) var sortings: [TableWork.Sorting] = []
  /// Whether the first column stays in view.
  package private(set) var isFrozen = false
  package var query = ""
  /// Places in the frame of the rows the view shows; nil for all in their own order.
  private var rows: [Int]?
  /// Columns that were made wider or narrower, by place.
  private var chosenWidths: [Int: Int] = [:]
  private var widths = Memo<Int, Int>(capacity: 20_000)
  /// The work that is being waited for.
  private var awaited: Int?
  private var lastWork = 0

  static let leastWidth = 4
  static let mostWidth = 60
  private static let naturalMost = 28
  private static let sampleCount = 48

  package init(_ content: TableContent) { self.content = content }

  /// The rows have changed: the view stays what and where it is, as far as the columns are there.
  package mutating func take(_ content: TableContent, _ size: Size) -> TableWork? {
    let isSame = content.frame == self.content.frame
    self.content = content
    guard !isSame else { return nil }
    awaited = nil
    widths = Memo(capacity: 20_000)
    chosenWidths = [:]
    rows = nil
    filters.removeAll { !content.frame.hasColumn(named: $0.column) }
    sortings.removeAll { !content.frame.hasColumn(named: $0.column) }
    go(toRow: row, column: column, size)
    return filters.isEmpty && sortings.isEmpty ? nil : arrange()
  }

  package var rowCount: Int { rows?.count ?? content.frame.rowCount }
  package var columnCount: Int { content.frame.columnCount }
  package var isWorking: Bool { awaited != nil }

  /// The place in the frame of a row of the view.
  func frameRow(_ row: Int) -> Int { rows?[row] ?? row }

  /// The column under the cursor; nil in a table without columns.
  package var currentColumn: String? {
    column < columnCount ? content.frame.columns[column].name : nil
  }

  package var currentKind: ColumnKind? {
    column < columnCount ? content.frame.columns[column].kind : nil
  }

  var currentCell: CellText? {
    guard row < rowCount, column < columnCount else { return nil }
    return CellText(content.frame.columns[column], row: frameRow(row))
  }

  // MARK: Widths

  func width(of column: Int) -> Int {
    if let chosen = chosenWidths[column] { return chosen }
    return widths.value(for: column) { naturalWidth(of: content.frame.columns[column]) }
  }

  /// From the header and cells spread over the column, so that it doesn't change while scrolling.
  private func naturalWidth(of column: Column) -> Int {
    let title = displayWidth(of: column.name.clipped(to: Self.naturalMost)) + 1
    var widest = max(title, displayWidth(of: Self.facts(of: column)))
    let count = column.count
    let step = max(1, count / Self.sampleCount)
    for row in stride(from: 0, to: count, by: step) {
      let text = CellText(column, row: row).text
      widest = max(widest, displayWidth(of: text.clipped(to: Self.naturalMost)))
    }
    return min(widest, Self.naturalMost)
  }

  package mutating func resizeColumn(by step: Int) {
    guard column < columnCount else { return }
    chosenWidths[column] = min(max(width(of: column) + step, Self.leastWidth), Self.mostWidth)
  }

  package mutating func toggleFreeze() { isFrozen.toggle() }

  /// Columns left of the cells, for the row numbers.
  var gutter: Int {
    let last = max(0, content.frame.rowCount - 1)
    let highest = content.frame.rowCount > 0 ? content.frame.rowNumbers[last] : 0
    return String(max(highest, last)).count + 2
  }

  // MARK: Moving

  package mutating func move(rows dy: Int = 0, columns dx: Int = 0, _ size: Size) {
    go(toRow: row + dy, column: column + dx, size)
  }

  package mutating func go(toRow newRow: Int, column newColumn: Int, _ size: Size) {
    row = min(max(newRow, 0), max(0, rowCount - 1))
    column = min(max(newColumn, 0), max(0, columnCount - 1))
    let height = max(1, bodyHeight(size))
    topRow = min(max(topRow, row - height + 1), row)
    leftColumn = min(max(leftColumn, leastLeft(size)), column)
  }

  /// Rows for cells: without the two of the header.
  func bodyHeight(_ size: Size) -> Int { max(0, size.height - 2) }

  /// The leftmost first column with which the cursor's column is whole in view.
  private func leastLeft(_ size: Size) -> Int {
    guard columnCount > 0 else { return 0 }
    var room = size.width - gutter
    if isFrozen, column > 0 { room -= width(of: 0) + 2 }
    var place = column
    room -= width(of: column)
    while place > 0, room >= width(of: place - 1) + 2 {
      room -= width(of: place - 1) + 2
      place -= 1
    }
    return place
  }

  /// The columns in view and where they stand.
  func visibleColumns(_ size: Size) -> [(column: Int, x: Int, width: Int)] {
    var shown: [(column: Int, x: Int, width: Int)] = []
    var x = gutter
    var place = leftColumn
    if isFrozen, leftColumn > 0 {
      shown.append((0, x, width(of: 0)))
      x += width(of: 0) + 2
    }
    while place < columnCount, x < size.width {
      let width = min(width(of: place), size.width - x)
      shown.append((place, x, width))
      x += width + 2
      place += 1
    }
    return shown
  }

  // MARK: Order and filters

  /// Sorts by the column under the cursor; earlier sortings break ties.
  package mutating func sort(isDescending: Bool) -> TableWork? {
    guard let name = currentColumn else { return nil }
    sortings.removeAll { $0.column == name }
    sortings.insert(TableWork.Sorting(column: name, isDescending: isDescending), at: 0)
    sortings = Array(sortings.prefix(3))
    return arrange()
  }

  package mutating func unsort() -> TableWork? {
    sortings = []
    return arrange()
  }

  /// Keeps only rows, or no rows, with the value under the cursor; nil where its text is one that
  /// could not be read.
  package mutating func filter(isExcluded: Bool) -> TableWork? {
    guard let cell = currentCell, cell.state != .unreadable, let name = currentColumn else {
      return nil
    }
    let value = content.frame.columns[column].value(at: frameRow(row))
    filters.append(CellFilter(column: name, value: value, isExcluded: isExcluded))
    return arrange()
  }

  package mutating func undoFilter() -> TableWork? {
    guard filters.popLast() != nil else { return nil }
    return arrange()
  }

  /// A line that keeps the rows the view shows; nil without filters.
  package var filterLine: String? {
    guard !filters.isEmpty else { return nil }
    let conditions = filters.map { filter in
      let place = content.frame.place(of: filter.column)
      let hasMissing = place.map { content.frame.columns[$0].missingCount > 0 } ?? false
      return filter.text(hasMissing: hasMissing)
    }
    return "filter " + conditions.joined(separator: " and ")
  }

  private mutating func arrange() -> TableWork { work(.arrange(filters, sortings)) }

  private mutating func work(_ job: TableWork.Job) -> TableWork {
    lastWork += 1
    awaited = lastWork
    return TableWork(id: lastWork, frame: content.frame, job: job)
  }

  package mutating func find(_ step: Int) -> TableWork? {
    guard !query.isEmpty else { return nil }
    return work(.find(query, rows: rows, fromRow: row, fromColumn: column, step: step))
  }

  /// Takes an answer that was waited for; false when a search has found nothing.
  package mutating func take(_ answer: TableWork.Answer, _ size: Size) -> Bool {
    guard answer.id == awaited else { return true }
    awaited = nil
    switch answer.result {
    case .arranged(let rows):
      self.rows = rows
      go(toRow: min(row, max(0, rowCount - 1)), column: column, size)
    case .found(let row, let column): go(toRow: row, column: column, size)
    case .notFound: return false
    case .summarised: break
    }
    return true
  }

  /// The row of the view that has a number of the source; nil when it isn't shown.
  package func row(numbered number: Int) -> Int? {
    let numbers = content.frame.rowNumbers
    if rows == nil, case .range(let range) = numbers {
      return range.contains(number) ? number - range.lowerBound : nil
    }
    return (0..<rowCount).first { numbers[frameRow($0)] == number }
  }

  /// The column whose name fits best what was typed.
  package func column(named text: String) -> Int? {
    let names = content.frame.columns.map(\.name)
    if let exact = names.firstIndex(of: text) { return exact }
    let scored = names.enumerated().compactMap { place, name in
      FuzzyMatch.score(text, name, secondary: "").map { (score: $0, place: place) }
    }
    return scored.max { ($0.score, $1.place) < ($1.score, $0.place) }?.place
  }

  /// Where a point of the view lies: a header or a cell.
  func place(at point: Point, _ size: Size) -> (row: Int?, column: Int?) {
    let column = visibleColumns(size).first { $0.x <= point.x && point.x < $0.x + $0.width + 2 }
    let row = point.y < 2 ? nil : topRow + point.y - 2
    return (row.flatMap { $0 < rowCount ? $0 : nil }, column?.column)
  }
}
