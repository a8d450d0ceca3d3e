import Diagnostics
import FoundationEssentials
import GRDB
import Language

/// Rows of a database as columns.
struct RowCollector {
  private let names: [String]
  private var columns: [ValueColumn]
  private(set) var rowCount = 0
  /// Someone had seen enough, and there are more rows.
  var isCutShort = false
  private var blobs: [RowTally]

  init(_ names: [String]) {
    self.names = names
    columns = Array(repeating: ValueColumn(), count: names.count)
    blobs = Array(repeating: RowTally(), count: names.count)
  }

  mutating func append(_ row: Row) {
    for place in columns.indices {
      let value: DatabaseValue = row[place]
      switch value.storage {
      case .null: columns[place].appendMissing()
      case .int64(let value): columns[place].append(value)
      case .double(let value): columns[place].append(value)
      case .string(let text): columns[place].append(text)
      case .blob(let data):
        blobs[place].add(rowCount)
        var text = "x'"
        for byte in data { text += (byte < 16 ? "0" : "") + String(byte, radix: 16) }
        columns[place].append(text + "'")
      }
    }
    rowCount += 1
  }

  var warnings: [String] {
    zip(names, blobs).compactMap { name, rows in
      rows.count == 0
        ? nil : "column '\(name)', \(rows.text): bytes that are no text, written as x'…'"
    }
  }

  func frame(
    kinds: [String: ColumnKind],
    warnings: inout [String]
  ) throws(Diagnostic) -> Frame {
    let named = ColumnNames(header: names, width: names.count)
    warnings += named.warnings
    var made: [Column] = []
    for (name, column) in zip(named.names, columns) {
      made.append(column.column(name, forced: kinds[name], warnings: &warnings))
    }
    return try Frame(made)
  }
}
