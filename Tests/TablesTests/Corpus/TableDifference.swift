import Diagnostics
import Language
import Tables

/// How two readings of one file differ, in a line; nil = not at all.
enum TableDifference {
  static func between(_ a: Frame, _ b: Frame) -> String? {
    if a.names != b.names { return "columns \(a.names) and \(b.names)" }
    if a.rowCount != b.rowCount { return "\(a.rowCount) and \(b.rowCount) rows" }
    for (old, new) in zip(a.columns, b.columns) {
      if old.kind != new.kind { return "'\(old.name)' is \(old.kind) and \(new.kind)" }
      for row in 0..<old.count where old.value(at: row) != new.value(at: row) {
        return "'\(old.name)' row \(row + 1) is \(old.value(at: row)) and \(new.value(at: row))"
      }
      if old.unreadable != new.unreadable { return "'\(old.name)' keeps other unreadable texts" }
      if old.digest != new.digest { return "'\(old.name)' has equal values and another digest" }
      if old != new { return "'\(old.name)' has equal values and isn't equal" }
    }
    return a == b ? nil : "equal columns, and the tables aren't equal"
  }

  static func between(_ a: LoadedTable, _ b: LoadedTable) -> String? {
    if let difference = between(a.frame, b.frame) { return difference }
    if a.warnings != b.warnings { return "warned \(a.warnings) and \(b.warnings)" }
    return a.dialect == b.dialect ? nil : "the dialects differ"
  }

  static func between(
    _ a: Result<LoadedTable, Diagnostic>,
    _ b: Result<LoadedTable, Diagnostic>
  ) -> String? {
    switch (a, b) {
    case (.success(let a), .success(let b)): between(a, b)
    case (.failure(let a), .failure(let b)): a == b ? nil : "'\(a.message)' and '\(b.message)'"
    case (.success, .failure(let b)): "a table and the error '\(b.message)'"
    case (.failure(let a), .success): "the error '\(a.message)' and a table"
    }
  }
}
