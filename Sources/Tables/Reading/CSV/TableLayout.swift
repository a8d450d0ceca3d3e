/// Which columns a table has, and where its rows begin.
struct TableLayout {
  private(set) var named = ColumnNames(header: nil, width: 1)
  /// The same without a last column that has neither a name nor, as it may turn out, a value.
  private(set) var namedWithoutEnd: ColumnNames?
  private(set) var hasHeader: Bool
  /// Where the first row begins in the text, or the place of its line.
  private(set) var start: Int
  private(set) var warnings: [String] = []

  var names: [String] { named.names }

  init(_ sniffer: CSVSniffer, options: ReadingOptions) {
    let sample = sniffer.sample
    hasHeader = true
    start = sniffer.start
    var header = sniffer.markedNames
    if header != nil {
      warnings.append(
        "the names are taken from the last comment line above the rows (header=no says otherwise)"
      )
    } else {
      hasHeader = decideHeader(sample, options)
      if hasHeader {
        header = sample.records.first?.cells.map(\.text)
        start = sniffer.lineAfterFirstRecord
      }
    }
    let first = hasHeader && sniffer.markedNames == nil ? 1 : 0
    let rows = sample.records.dropFirst(first).filter { !$0.isMarked }
    var hasRowNames = false
    var width = CSVSniffer.commonWidth(of: rows)
    if var cells = header {
      if width == cells.count + 1, options.width == nil {
        if rows.allSatisfy({ $0.width < width || $0.cells[width - 1].bytes.isEmpty }) {
          if rows.allSatisfy({ $0.width == width }) {
            warnings.append(
              "rows end with a delimiter: no column behind it (width=\(width) makes one)"
            )
          }
          width = cells.count
        } else {
          cells.insert("", at: 0)
          hasRowNames = true
          warnings.append(
            "rows have one cell more than the header: the first column is taken for row names, as "
              + "'column_1' (header=no makes the first line a row)"
          )
        }
      }
      width = max(width, cells.count)
      header = cells
    }
    width = max(1, options.width ?? width)
    if let cells = header, cells.count > width { header = Array(cells[..<width]) }
    let hasEmptyEnd =
      header.map { $0.count == width && width > 1 && $0[width - 1].isEmpty } ?? false
    named = ColumnNames(header: header, width: width, hasRowNames: hasRowNames)
    if hasEmptyEnd, options.width == nil, let header {
      namedWithoutEnd = ColumnNames(header: Array(header.dropLast()), width: width - 1)
    }
  }

  private mutating func decideHeader(_ sample: CSVSample, _ options: ReadingOptions) -> Bool {
    if let told = options.header { return told }
    switch CSVSniffer.header(of: sample, from: 0) {
    case .certain(let found): return found
    case .guessed(false):
      warnings.append(
        "the first line has values of its own: taken as a row, columns named by their places "
          + "(header=yes says otherwise)"
      )
      return false
    case .guessed(true):
      if CSVSniffer.repeats(sample) {
        warnings.append(
          "the first line is taken for the names, though its cells come again below (header=no makes "
            + "it a row)"
        )
      }
      return true
    }
  }
}
