import Diagnostics
import Language
import Synchronization
import Tables

/// What has to hold for whatever bytes a reader is given.
struct ReaderLaw {
  private let reader: any TableReader
  private let options: ReadingOptions
  private let source: any ByteSource

  init(_ reader: any TableReader.Type, _ options: ReadingOptions, _ bytes: [UInt8]) {
    self.init(reader, options, MemorySource(name: "file", bytes: bytes))
  }

  init(_ reader: any TableReader.Type, _ options: ReadingOptions, gzip bytes: [UInt8]) {
    self.init(reader, options, GzipSource(MemorySource(name: "file", bytes: bytes)))
  }

  private init(
    _ reader: any TableReader.Type,
    _ options: ReadingOptions,
    _ source: any ByteSource
  ) {
    self.reader = reader.init(options)
    self.options = options
    self.source = source
  }

  /// Reading calls `report` now and then; so many calls for so few bytes are no progress.
  private var mostReports: Int { 1_000 + 10 * (source.byteCount ?? 0) }

  func fault() -> String? {
    let first = result(of: reader)
    if let difference = TableDifference.between(first, result(of: reader)) {
      return "read twice: \(difference)"
    }
    return fault(of: first)
  }

  /// The same for a reader that must give the same.
  func fault(besides other: any TableReader) -> String? {
    let first = result(of: reader)
    if let difference = TableDifference.between(first, result(of: other)) { return difference }
    return fault(of: first)
  }

  private func fault(of result: Result<LoadedTable, Diagnostic>) -> String? {
    switch result {
    case .success(let table): return fault(of: table)
    case .failure(.cancelled): return "no end after \(mostReports) reports"
    case .failure(let error):
      return [.data, .file, .usage].contains(error.kind) ? nil : "a fault of kind \(error.kind)"
    }
  }

  private func fault(of table: LoadedTable) -> String? {
    let frame = table.frame
    if frame.rowCount == 0 || frame.columnCount == 0 { return "a table of nothing" }
    if Set(frame.names).count != frame.columnCount { return "a name stands twice: \(frame.names)" }
    if frame.names.contains("") { return "a name is empty: \(frame.names)" }
    if let limit = options.rowLimit, frame.rowCount > limit { return "\(frame.rowCount) rows" }
    for column in frame.columns {
      if column.count != frame.rowCount { return "'\(column.name)' has \(column.count) rows" }
      let missing = (0..<column.count).count { column.value(at: $0).isMissing }
      if missing != column.missingCount { return "'\(column.name)' counts its missing cells wrong" }
      if let told = options.kinds[column.name], told != column.kind {
        return "'\(column.name)' is \(column.kind), told to be \(told)"
      }
      for (row, text) in column.unreadable {
        if row >= column.count {
          return "'\(column.name)' keeps '\(text)' of a row beyond the last"
        }
        if !column.isMissing(at: row) { return "'\(column.name)' keeps '\(text)' of a value" }
        if options.kinds[column.name] == nil { return "'\(column.name)' lost '\(text)'" }
      }
    }
    return table.warnings.contains("") ? "an empty warning" : nil
  }

  private func result(of reader: any TableReader) -> Result<LoadedTable, Diagnostic> {
    let count = Atomic<Int>(0)
    let most = mostReports
    let report = Report { (_) throws(Diagnostic) in
      if count.add(1, ordering: .relaxed).newValue > most { throw .cancelled }
    }
    return reader.result(source, report: report)
  }
}
