import Diagnostics
import Language
import Synchronization
import Tables

/// What has to hold for whatever bytes are read with whatever options.
struct DelimitedLaw {
  private let bytes: [UInt8]
  private let options: ReadingOptions

  init(_ bytes: [UInt8], _ options: ReadingOptions) {
    self.bytes = bytes
    self.options = options
  }

  /// Reading calls `report` now and then; so many calls for so few bytes are no progress.
  private var mostReports: Int { 1_000 + 10 * bytes.count }

  func fault() -> String? {
    let first = result(CSVReader(options))
    var other = CSVReader(options)
    other.blockSize = 1 + bytes.count % 97
    other.workerCount = 1 + bytes.count % 3
    if let difference = TableDifference.between(first, result(other)) {
      return "in blocks of \(other.blockSize) on \(other.workerCount) threads: \(difference)"
    }
    switch first {
    case .success(let table): return fault(of: table)
    case .failure(.cancelled): return "no end after \(mostReports) reports"
    case .failure(let error):
      return error.kind == .data || error.kind == .usage ? nil : "a fault of kind \(error.kind)"
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

  private func result(_ reader: CSVReader) -> Result<LoadedTable, Diagnostic> {
    let count = Atomic<Int>(0)
    let most = mostReports
    let report = Report { (_) throws(Diagnostic) in
      if count.add(1, ordering: .relaxed).newValue > most { throw .cancelled }
    }
    return reader.result(bytes, path: "fuzz.csv", report: report)
  }
}
