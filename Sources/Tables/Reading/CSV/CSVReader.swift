package import Diagnostics
private import Glibc

/// Reads delimited text into typed columns, in one pass and on all cores.
///
/// Kinds come from all cells: numbers that turn out to be texts in the end are read once more.
package struct CSVReader: TableReader {
  package static let format = "csv"
  package static let fileExtensions = ["csv", "tsv", "tab", "txt", "psv", "dat"]
  package static let optionNames: Set<String> = [
    "delimiter", "quote", "comment", "header", "skip", "encoding", "decimal", "thousands",
    "percent", "currency", "dates", "missing", "width",
  ]

  package var options: ReadingOptions
  /// How many threads read, and how many bytes each takes at once; the table is the same for any.
  package var workerCount = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
  package var blockSize = 1 << 19
  /// How much of the text is looked at before its rows are read.
  package var headSize = 1 << 18

  package init(_ options: ReadingOptions = ReadingOptions()) { self.options = options }

  /// Text is told by its name, not by its first bytes.
  package static func recognises(_ head: [UInt8]) -> Bool { false }

  package func read(_ path: String, report: Report = .silent) throws(Diagnostic) -> LoadedTable {
    try read(FileSource.source(at: path, report: report), ReadingContext(report: report))
  }

  /// `path` is for messages.
  package func read(
    _ bytes: [UInt8],
    path: String,
    report: Report = .silent
  ) throws(Diagnostic) -> LoadedTable {
    try read(MemorySource(name: path, bytes: bytes), ReadingContext(report: report))
  }

  package func read(
    _ source: any ByteSource,
    _ context: ReadingContext
  ) throws(Diagnostic) -> LoadedTable {
    let text = try EncodedText(source, options: options)
    let plan = BlockPass.Plan(
      workerCount: workerCount,
      blockSize: blockSize,
      headSize: headSize
    )
    for attempt in text.attempts where try attempt.condition() {
      guard
        let table = try CSVTable(
          attempt.source,
          markLength: attempt.markLength,
          encoding: attempt.encoding,
          countsReplaced: attempt.isRepaired,
          options: options,
          plan: plan,
          context
        )
      else { continue }
      return LoadedTable(
        frame: table.frame,
        dialect: table.dialect,
        warnings: attempt.warnings(table.replacedRows) + table.warnings,
        source: SourceDigest(of: source, inBackground: !(source is MemorySource)),
        isCutShort: table.isCutShort
      )
    }
    throw Diagnostic(.internal, "'\(source.name)' can't be decoded", subject: source.name)
  }
}
