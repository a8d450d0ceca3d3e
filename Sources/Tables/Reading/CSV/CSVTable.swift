import Diagnostics
private import Kernels
import Language

/// The reading of one text: dialect, names, kinds, values.
struct CSVTable {
  private(set) var frame = Frame()
  private(set) var dialect: CSVDialect
  private(set) var warnings: [String] = []
  /// Rows that have U+FFFD.
  private(set) var replacedRows = RowTally()
  /// Someone had seen enough, and there are more rows.
  private(set) var isCutShort = false

  private var source: any ByteSource
  private var options: ReadingOptions
  private let plan: BlockPass.Plan
  private var context: ReadingContext
  private let syntax: RecordSyntax
  private let missing: [[UInt8]]
  private let point: UInt8
  /// Where the first row begins.
  private let start: Int

  /// Nil when the text isn't UTF-8 throughout.
  ///
  /// - Parameters:
  ///   - source: its bytes are UTF-8.
  ///   - markLength: the bytes of a byte order mark before the text.
  ///   - countsReplaced: whether rows with U+FFFD are of interest.
  init?(
    _ source: any ByteSource,
    markLength: Int,
    encoding: TextEncoding,
    countsReplaced: Bool,
    options: ReadingOptions,
    plan: BlockPass.Plan,
    _ context: ReadingContext
  ) throws(Diagnostic) {
    self.source = source
    self.options = options
    self.plan = plan
    self.context = context
    try options.checkMarks()
    point = UInt8(ascii: options.hasDecimalComma == true ? "," : ".")
    missing = options.missingSpellings.map { Array($0.utf8) }
    let pass = try BlockPass(
      source,
      plan: plan,
      point: point,
      missing: missing,
      countsReplaced: countsReplaced
    )
    let (head, isWhole) = try pass.head()
    guard BlockText.isValid(head, isWhole: isWhole) else { return nil }
    let body = Array(head.dropFirst(markLength))
    let sniffer = CSVSniffer(body, isWhole: isWhole, options: options)
    let sample = sniffer.sample
    guard !sample.records.isEmpty else {
      throw Diagnostic(
        .data,
        "'\(source.name)' is empty, expected a header and rows",
        subject: source.name
      )
    }
    warnings = sniffer.warnings
    let layout = TableLayout(sniffer, options: options)
    warnings += layout.warnings
    dialect = CSVDialect(
      // A table of one column has none; a comma is what it would be.
      delimiter: sniffer.syntax.delimiter == RecordSyntax.none
        ? "," : Unicode.Scalar(sniffer.syntax.delimiter),
      quote: sniffer.syntax.quote == RecordSyntax.none
        ? nil : Unicode.Scalar(sniffer.syntax.quote),
      encoding: encoding,
      header: layout.hasHeader
    )
    var syntax = sniffer.syntax
    syntax.width = layout.names.count
    self.syntax = syntax
    start = markLength + layout.start
    if let show = context.preview, let first = preview(head, isWhole: isWhole, layout) {
      show(first)
    }
    guard try readRows(pass, layout, commentCount: sniffer.commentCount) else { return nil }
  }

  /// The first rows, by the head alone; nil when it doesn't hold any.
  private func preview(_ head: [UInt8], isWhole: Bool, _ layout: TableLayout) -> Frame? {
    var table = self
    table.source = MemorySource(name: source.name, bytes: head)
    table.options.rowLimit = min(Self.previewCount, options.rowLimit ?? .max)
    table.context = ReadingContext()
    do throws(Diagnostic) {
      let pass = try BlockPass(table.source, plan: plan, point: point, missing: missing)
      guard try table.readRows(pass, layout, commentCount: 0) else { return nil }
    } catch {
      return nil
    }
    // What the head cuts off is no row yet.
    let isCut = !isWhole && table.frame.rowCount < Self.previewCount
    let frame = isCut ? table.frame.prefix(table.frame.rowCount - 1) : table.frame
    return frame.rowCount > 0 ? frame : nil
  }

  private static let previewCount = 200

  /// False when the text isn't UTF-8.
  private mutating func readRows(
    _ pass: BlockPass,
    _ layout: TableLayout,
    commentCount: Int
  ) throws(Diagnostic) -> Bool {
    let forced = layout.names.map { options.kinds[$0] }
    let total = source.byteCount
    guard
      let read = try pass.run(
        from: start,
        syntax,
        columns: Array(forced.indices),
        into: TableAssembly(forced: forced),
        rowLimit: options.rowLimit ?? .max,
        activity: "reading \(source.name)",
        total: total,
        context
      )
    else { return false }
    let rowCount = read.assembly.rowCount
    replacedRows = read.assembly.replaced
    isCutShort = read.isCutShort
    guard rowCount > 0 else {
      throw Diagnostic(
        .data,
        "'\(source.name)' has a header (\(layout.names.count) columns) but no rows",
        subject: source.name
      )
    }
    var columns = read.assembly.columns
    for column in columns.indices { columns[column].settle() }
    guard try readTexts(of: &columns) else { return false }
    warnings += faults(read.faults, commentCount, layout)
    warnings += notes(read.assembly, shortfall: read.shortfall)
    var names = layout.named
    if let shorter = layout.namedWithoutEnd, columns.last?.mode == .undecided {
      columns.removeLast()
      names = shorter
      warnings.append(
        "rows end with a delimiter: no column behind it (width=\(layout.names.count) makes one)"
      )
    }
    warnings += names.warnings
    return try makeFrame(of: columns, named: names.names)
  }

  private func faults(
    _ found: RecordFaults,
    _ commentCount: Int,
    _ layout: TableLayout
  ) -> [String] {
    var faults = found
    faults.commentCount += commentCount
    if case .mark? = options.comment { faults.commentCount = 0 }
    return faults.warnings(width: layout.names.count)
  }

  private func notes(_ assembly: TableAssembly, shortfall: String?) -> [String] {
    var notes: [String] = []
    if !assembly.zeroBytes.isEmpty {
      notes.append("\(assembly.zeroBytes.text): zero bytes, kept as the letter U+0000")
    }
    if !assembly.uncut.isEmpty {
      notes.append(
        "\(assembly.uncut.text): commas in the only column, kept as letters (delimiter=\",\" makes "
          + "them columns)"
      )
    }
    if let shortfall {
      notes.append("the table ends early, behind row \(assembly.rowCount): \(shortfall)")
    }
    return notes
  }

  /// Reads the rows of columns that turned out to be texts behind them once more.
  private func readTexts(of columns: inout [ColumnAccumulator]) throws(Diagnostic) -> Bool {
    let late = columns.indices.filter { columns[$0].firstTextRow > 0 }
    guard let last = late.map({ columns[$0].firstTextRow }).max() else { return true }
    let pass = try BlockPass(source, plan: plan, point: point, missing: missing)
    var context = context
    context.enough = Cancellation()
    let assembly = TableAssembly(
      texts: late.map { columns[$0].forced },
      rowLimits: late.map { columns[$0].firstTextRow }
    )
    guard
      let read = try pass.run(
        from: start,
        syntax,
        columns: late,
        into: assembly,
        rowLimit: last,
        activity: "reading \(source.name) again",
        total: source.byteCount,
        context
      )
    else { return false }
    for (place, column) in late.enumerated() {
      columns[column].prepend(read.assembly.columns[place])
    }
    return true
  }

  /// Decides which texts are numbers and dates, and makes the columns.
  private mutating func makeFrame(
    of columns: [ColumnAccumulator],
    named names: [String]
  ) throws(Diagnostic) -> Bool {
    var columns = columns
    for place in columns.indices where columns[place].mayBeOfPeople {
      columns[place].becomeTexts(from: columns[place].count)
    }
    guard try readTexts(of: &columns) else { return false }
    var evidence = try Self.evidence(columns)
    func reading() -> PeopleReading {
      PeopleReading(evidence, options: options)
    }
    if reading().followsComma {
      for place in columns.indices where columns[place].mayFollowComma {
        columns[place].becomeTexts(from: columns[place].count)
      }
      guard try readTexts(of: &columns) else { return false }
      evidence = try Self.evidence(columns)
    }
    let people = reading()
    var verdicts: [PeopleReading.Verdict] = []
    for (place, column) in columns.enumerated() {
      guard let evidence = evidence[place] else {
        verdicts.append(.texts)
        warnings += column.warnings(named: names[place])
        continue
      }
      let (verdict, notes) = people.verdict(names[place], evidence, told: column.forced)
      verdicts.append(verdict)
      warnings += notes
    }
    let (all, forms) = (columns, verdicts)
    typealias Made = (column: Column, warnings: [String])
    let made = try ChunkRunner.run(all.count) { (place) throws(Diagnostic) -> Made in
      let (column, name) = (all[place], names[place])
      let isTold = column.forced != nil
      switch forms[place] {
      case .texts: return (column.column(named: name), [])
      case .numbers(let convention):
        return column.texts.numberColumn(named: name, convention, isTold: isTold)
      case .dates(let order):
        return column.texts.dateColumn(named: name, order, isTold: isTold)
      }
    }
    for column in made { warnings += column.warnings }
    frame = try Frame(made.map(\.column))
    return true
  }

  private static func evidence(
    _ columns: [ColumnAccumulator]
  ) throws(Diagnostic) -> [TextEvidence?] {
    try ChunkRunner.run(columns.count) { (place) throws(Diagnostic) in
      let column = columns[place]
      switch column.forced {
      case .text?, .category?, .boolean?: return nil
      case .number?, .datetime?, nil:
        return column.mode.isTextual ? TextEvidence(column.texts, told: column.forced) : nil
      }
    }
  }
}
