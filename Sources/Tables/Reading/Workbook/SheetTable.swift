import Diagnostics
import Language

/// The table that stands in a sheet, wherever in it.
struct SheetTable {
  private(set) var frame = Frame()
  private(set) var warnings: [String] = []

  init(
    _ grid: SheetGrid,
    _ options: ReadingOptions,
    sheet: String,
    name: String
  ) throws(Diagnostic) {
    var rows = grid.rows[...]
    if let count = options.skippedLineCount {
      rows = rows.drop { $0.number < count }
    } else {
      rows = rows.dropFirst(titleCount(rows))
    }
    guard let top = rows.first else {
      throw Diagnostic(.data, "the sheet '\(sheet)' of '\(name)' is empty", subject: name)
    }
    let columns = rows.flatMap { $0.cells.map(\.column) }
    let (left, right) = (columns.min() ?? 0, columns.max() ?? 0)
    if options.skippedLineCount == nil, top.number > 0 || left > 0 {
      warnings.append(
        "the table begins at \(SheetGrid.letters(ofColumn: left))\(top.number + 1): "
          + "what is empty before it is left out"
      )
    }
    let width = right - left + 1
    let hasHeader = options.header ?? Self.isHeader(top)
    if options.header == nil, !hasHeader {
      warnings.append(
        "the first row has values of its own: taken as a row, columns named by their places "
          + "(header=yes says otherwise)"
      )
    }
    var header: [String]?
    if hasHeader {
      var cells = Array(repeating: "", count: width)
      for (column, cell) in top.cells { cells[column - left] = cell.plainText }
      header = cells
      rows = rows.dropFirst()
    }
    let named = ColumnNames(header: header, width: width)
    warnings += named.warnings
    guard !rows.isEmpty else {
      throw Diagnostic(
        .data,
        "the sheet '\(sheet)' of '\(name)' has a header (\(width) columns) but no rows",
        subject: name
      )
    }
    noteMerged(grid.mergedRanges)
    try fill(rows.prefix(options.rowLimit ?? .max), named.names, left, options.kinds)
  }

  /// Rows of one cell above a table of several columns are titles.
  private mutating func titleCount(_ rows: ArraySlice<SheetGrid.Row>) -> Int {
    let titles = rows.prefix { $0.cells.count == 1 }
    guard !titles.isEmpty, let next = rows.dropFirst(titles.count).first else { return 0 }
    warnings.append(
      "\(titles.count == 1 ? "the first row is" : "the first \(titles.count) rows are") no part of "
        + "the table that begins in row \(next.number + 1), left out (skip=0 keeps them)"
    )
    return titles.count
  }

  private static func isHeader(_ row: SheetGrid.Row) -> Bool {
    row.cells.allSatisfy { if case .text = $0.cell { true } else { false } }
  }

  private mutating func noteMerged(_ ranges: [String]) {
    guard !ranges.isEmpty else { return }
    let more = ranges.count > 5 ? " and \(ranges.count - 5) more" : ""
    warnings.append(
      "merged cells \(ranges.prefix(5).joined(separator: ", "))\(more): "
        + "the value stands in the first cell of each, the others are missing"
    )
  }

  private mutating func fill(
    _ rows: ArraySlice<SheetGrid.Row>,
    _ names: [String],
    _ left: Int,
    _ kinds: [String: ColumnKind]
  ) throws(Diagnostic) {
    var columns = Array(repeating: ValueColumn(), count: names.count)
    var errors = RowTally()
    var firstError = ""
    for (number, row) in rows.enumerated() {
      for (column, cell) in row.cells {
        let place = column - left
        guard columns[place].count <= number else { continue }
        columns[place].pad(to: number)
        switch cell {
        case .integer(let value): columns[place].append(value)
        case .double(let value): columns[place].append(value)
        case .boolean(let value): columns[place].append(value)
        case .datetime(let value): columns[place].append(value)
        case .text(let text): columns[place].append(text)
        case .error(let text):
          if errors.count == 0 { firstError = text }
          errors.add(number)
          columns[place].appendMissing()
        }
      }
    }
    if errors.count > 0 {
      warnings.append("\(errors.text): errors such as \(firstError), taken as missing")
    }
    var made: [Column] = []
    for (place, name) in names.enumerated() {
      columns[place].pad(to: rows.count)
      made.append(columns[place].column(name, forced: kinds[name], warnings: &warnings))
    }
    frame = try Frame(made)
  }
}

extension SheetCell {
  fileprivate var plainText: String {
    switch self {
    case .integer(let value): String(value)
    case .double(let value): value.description
    case .boolean(let value): value ? "true" : "false"
    case .datetime(let value): value.text
    case .text(let text), .error(let text): text
    }
  }
}
