import Canvas
import Diagnostics
import Display
import Language
import Tables

/// One `load` on its way from bytes to a table.
struct TableLoading {
  let options: LoadOptions
  /// Of several files: the column that names them.
  let fileColumn: String?
  let context: RunContext

  func table(
    of origin: LoadOrigin
  ) throws(Diagnostic) -> (table: LoadedTable, format: String) {
    var (table, format) = try loaded(from: origin)
    if table.isCutShort {
      let count = NumberFormat.count(table.frame.rowCount, "row")
      table.warnings.insert(
        "reading was stopped: the first \(count) are kept, there are more (without rows= all are read)",
        at: 0
      )
    }
    return (table, format)
  }

  private func loaded(
    from origin: LoadOrigin
  ) throws(Diagnostic) -> (table: LoadedTable, format: String) {
    switch origin {
    case .standardInput: throw Diagnostic(.internal, "standard input has not been kept")
    case .command(let command): return try read(output(of: command), options.reading)
    case .file(let path):
      let full = context.resolve(path)
      if FilePattern.isMeant(by: full) { return try stacked(full) }
      guard fileColumn == nil else {
        throw Diagnostic(
          .usage,
          "file= goes with several files, such as \"2026-*.csv\"",
          subject: "file"
        )
      }
      return try read(
        FileSource.source(at: full, report: context.report),
        options.reading
      )
    }
  }

  /// - Parameter isAgain: the same rows, which are wanted to the last.
  private func read(
    _ source: any ByteSource,
    _ reading: ReadingOptions,
    isAgain: Bool = false
  ) throws(Diagnostic) -> (table: LoadedTable, format: String) {
    var known = readingContext(of: source.name)
    if isAgain { known.enough = Cancellation() }
    let consent = context.consent
    return try ReaderCatalog.read(
      source,
      reading,
      as: options.format,
      given: options.names,
      known,
      consent: { (program) throws(Diagnostic) in try consent.check(program) }
    )
  }

  /// What is read is shown as soon as there are rows, kept when someone has seen enough, and given
  /// up before the machine's memory is.
  private func readingContext(of name: String) -> ReadingContext {
    let ceiling = MemoryCeiling.ofMachine()
    let preview = context.watch.preview
    return ReadingContext(
      report: ceiling?.guarding(context.report, named: name) ?? context.report,
      preview: { frame in
        let subject = Subject(frame: frame, restriction: "the rest is being read")
        if let rows = try? Head(count: Self.previewCount).measure(subject, report: .silent) {
          preview(rows)
        }
      },
      enough: context.watch.enough,
      memoryLimit: ceiling?.limit
    )
  }

  /// Rows shown while the rest is read.
  private static let previewCount = 10

  /// A replay takes what the program gave before, if it ran: it runs again when asked only.
  private func output(of command: String) throws(Diagnostic) -> any ByteSource {
    let key = "\(context.folder)\n\(command)"
    if context.isReplay, let kept = context.ledger.output(of: key) { return kept }
    try context.consent.check(command)
    let output = try OutsideProgram(command: command, folder: context.folder)
      .output(context.report)
    context.ledger.keep(output, of: key)
    return output
  }

  private func stacked(
    _ pattern: String
  ) throws(Diagnostic) -> (table: LoadedTable, format: String) {
    let paths = FilePattern.paths(matching: pattern)
    guard !paths.isEmpty else {
      throw Diagnostic(.file, "no file matches '\(pattern)'", subject: pattern)
    }
    var loaded: [(path: String, table: LoadedTable, format: String)] = []
    var sources: [any ByteSource] = []
    var isCutShort = false
    for path in paths {
      let source = try FileSource.source(at: path, report: context.report)
      var reading = options.reading
      if let limit = reading.rowLimit {
        reading.rowLimit = limit - loaded.reduce(0) { $0 + $1.table.frame.rowCount }
        if reading.rowLimit == 0 { break }
      }
      if !loaded.isEmpty, context.watch.enough.isCancelled {
        isCutShort = true
        break
      }
      let (table, format) = try read(source, reading)
      isCutShort = table.isCutShort
      loaded.append((path, table, format))
      sources.append(source)
    }
    var whole = try stack(of: loaded)
    let disputed = whole.disputed.filter { options.reading.kinds[$0] == nil }
    if !disputed.isEmpty {
      // The cells as they are spelled, in every file.
      var reading = options.reading
      for name in disputed { reading.kinds[name] = .text }
      for place in loaded.indices {
        let before = loaded[place].table
        let isPart = options.reading.rowLimit != nil || before.isCutShort
        reading.rowLimit = isPart ? before.frame.rowCount : nil
        loaded[place].table = try read(sources[place], reading, isAgain: true).table
      }
      whole = try stack(of: loaded)
    }
    var warnings = whole.warnings
    for name in disputed {
      warnings.append(
        "column '\(name)' is of one kind in some files and of another in others: read as text"
      )
    }
    for (path, table, _) in loaded {
      warnings += table.warnings.map { "\(Self.fileName(path)): \($0)" }
    }
    let table = LoadedTable(
      frame: try whole.frame(fileColumn: fileColumn, forced: options.reading.kinds),
      dialect: loaded[0].table.dialect,
      warnings: warnings,
      source: SourceDigest(of: ChainedSource(pattern, sources), inBackground: true),
      isCutShort: isCutShort
    )
    return (table, loaded[0].format)
  }

  private func stack(
    of loaded: [(path: String, table: LoadedTable, format: String)]
  ) throws(Diagnostic) -> StackedFrames {
    try StackedFrames(
      loaded.map { StackedFrames.Part(name: Self.fileName($0.path), frame: $0.table.frame) }
    )
  }

  private static func fileName(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}
