import Diagnostics
import Language

/// The reading of one text: dialect, names, kinds, values.
struct CSVTable {
  private(set) var frame = Frame()
  private(set) var dialect: CSVDialect
  private(set) var warnings: [String] = []

  private let text: [UInt8]
  private let delimiter: UInt8
  private let quote: UInt8
  private let path: String
  /// Records are found and read in steps of this many bytes.
  private static let chunkSize = 1 << 20

  init(
    _ text: [UInt8],
    options: ReadingOptions,
    encoding: TextEncoding,
    path: String,
    report: Report
  ) throws(Diagnostic) {
    self.text = text
    self.path = path
    switch options.quote {
    case .absent?: quote = 0
    case .mark(let mark)?: quote = try Self.ascii(mark, option: "quote")
    case nil: quote = UInt8(ascii: "\"")
    }
    if let told = options.delimiter {
      delimiter = try Self.ascii(told, option: "delimiter")
    } else {
      delimiter = CSVSniffer.delimiter(of: text.span, quote: quote)
    }
    let sample = CSVSniffer.sample(of: text.span, delimiter: delimiter, quote: quote)
    guard sample.recordCount > 0 else {
      throw Diagnostic(.data, "'\(path)' is empty, expected a header and rows", subject: path)
    }
    var hasHeader = true
    switch (options.header, CSVSniffer.header(of: sample, in: text.span, quote: quote)) {
    case (let told?, _): hasHeader = told
    case (nil, .certain(let found)): hasHeader = found
    case (nil, .guessed(let found)):
      hasHeader = found
      if !found {
        warnings.append(
          "the first line has values of its own: taken as a row, columns named by their places "
            + "(header=yes says otherwise)"
        )
      }
    }
    dialect = CSVDialect(
      delimiter: Unicode.Scalar(delimiter),
      quote: quote == 0 ? nil : Unicode.Scalar(quote),
      encoding: encoding,
      header: hasHeader
    )
    let names = columnNames(from: sample)
    let evidence = try gatherEvidence(names: names, report: report)
    frame = try gatherColumns(names, evidence, kinds: options.kinds, report: report)
  }

  private static func ascii(
    _ mark: Unicode.Scalar,
    option: String
  ) throws(Diagnostic) -> UInt8 {
    guard mark.isASCII, mark.value > 0, mark != "\n", mark != "\r" else {
      throw Diagnostic(
        .usage,
        "\(option) '\(mark)' is no ASCII character, expected one such as ',' or ';'",
        subject: String(mark)
      )
    }
    return UInt8(mark.value)
  }

  private mutating func columnNames(from sample: FieldIndex) -> [String] {
    let first = dialect.header ? 1 : 0
    var cells: [String]?
    var width = CSVSniffer.commonWidth(of: sample, from: first)
    if dialect.header {
      var header = (0..<sample.fieldCount(ofRecord: 0)).map {
        sample.text(of: $0, in: text.span, quote: quote)
      }
      if width == header.count + 1 {
        if isEmpty(column: width - 1, of: sample) {
          width = header.count
        } else {
          header.insert("", at: 0)
          warnings.append(
            "rows have one cell more than the header: the first column is taken for row names"
          )
        }
      }
      width = max(width, header.count)
      cells = header
    }
    let named = ColumnNames(header: cells, width: width)
    warnings += named.warnings
    return named.names
  }

  private func isEmpty(column: Int, of sample: FieldIndex) -> Bool {
    var isEmpty = true
    sample.forEachCell(inColumn: column, fromRecord: 1, of: text.span, quote: quote) {
      _,
      cell,
      _ in
      if cell.count > 0 { isEmpty = false }
    }
    return isEmpty
  }
}

extension CSVTable {
  /// Calls `body` with the data records, some at a time, and the row of the first of them.
  ///
  /// `first` is 1 where the first record holds the names, else 0.
  private func forEachChunk(
    _ activity: String,
    report: Report,
    _ body: (FieldIndex, _ first: Int, _ row: Int) -> Void
  ) throws(Diagnostic) {
    var index = FieldIndex()
    var scanner = RecordScanner(delimiter: delimiter, quote: quote)
    var row = 0
    var first = dialect.header ? 1 : 0
    while scanner.position < text.count {
      index.removeAll()
      scanner.scan(text.span, to: scanner.position + Self.chunkSize, into: &index)
      body(index, first, row)
      if index.recordCount > 0 {
        row += index.recordCount - first
        first = 0
      }
      try report(Progress("\(activity) \(path)", done: scanner.position, of: text.count))
    }
  }

  private mutating func gatherEvidence(
    names: [String],
    report: Report
  ) throws(Diagnostic) -> [KindEvidence] {
    var evidence = [KindEvidence](repeating: KindEvidence(), count: names.count)
    var short = RowTally()
    var long = RowTally()
    var malformed = RowTally()
    var unclosed = RowTally()
    var rowCount = 0
    try forEachChunk("looking through", report: report) { index, first, row in
      for record in first..<max(first, index.recordCount) {
        let count = index.fieldCount(ofRecord: record)
        if count < names.count { short.add(row + record - first) }
        if count > names.count { long.add(row + record - first) }
        for field in index.recordStarts[record]..<index.recordStarts[record + 1] {
          if index.marks[field].contains(.malformed) { malformed.add(row + record - first) }
          if index.marks[field].contains(.unclosed) { unclosed.add(row + record - first) }
        }
      }
      for column in names.indices {
        index.forEachCell(inColumn: column, fromRecord: first, of: text.span, quote: quote) {
          record,
          cell,
          isQuoted in
          evidence[column].add(cell, isQuoted: isQuoted, row: row + record - first)
        }
      }
      rowCount += max(0, index.recordCount - first)
    }
    guard rowCount > 0 else {
      throw Diagnostic(
        .data,
        "'\(path)' has a header (\(names.count) columns) but no rows",
        subject: path
      )
    }
    let width = names.count == 1 ? "1 cell" : "\(names.count) cells"
    if short.count > 0 {
      warnings.append("\(short.text): fewer than \(width), the last ones taken as missing")
    }
    if long.count > 0 { warnings.append("\(long.text): more than \(width), the rest left out") }
    if malformed.count > 0 {
      warnings.append("\(malformed.text): letters behind a closing quote, kept as they stand")
    }
    if unclosed.count > 0 {
      warnings.append(
        "\(unclosed.text): a quote that is never closed, the rest of the file is in one cell "
          + "(quote=none reads quotes as letters)"
      )
    }
    for (name, evidence) in zip(names, evidence) {
      if let warning = evidence.nearMiss(name: name) { warnings.append(warning) }
    }
    return evidence
  }

  private func gatherColumns(
    _ names: [String],
    _ evidence: [KindEvidence],
    kinds: [String: ColumnKind],
    report: Report
  ) throws(Diagnostic) -> Frame {
    var assemblers = zip(names, evidence).map {
      ColumnAssembler($0, $1, forced: kinds[$0])
    }
    try forEachChunk("reading", report: report) { index, first, _ in
      for column in names.indices {
        assemblers[column].append(
          column: column,
          of: index,
          fromRecord: first,
          in: text.span,
          quote: quote
        )
      }
    }
    return try Frame(assemblers.map { $0.column() })
  }
}
