package import Diagnostics
package import Language

/// Tables of one shape as one: the rows of the first, then those of the next.
///
/// Columns go together by name, in whatever order a table has them. Where one table has a column
/// the others lack, those are missing there.
package struct StackedFrames {
  package struct Part {
    /// As messages call it.
    package var name: String
    package var frame: Frame

    package init(name: String, frame: Frame) {
      self.name = name
      self.frame = frame
    }
  }

  private let parts: [Part]
  private let names: [String]
  /// What tables lack, as it has to be said.
  package let warnings: [String]

  /// - Throws: `.data` when a table has no column in common with the first.
  package init(_ parts: [Part]) throws(Diagnostic) {
    self.parts = parts
    var names: [String] = []
    var known: Set<String> = []
    var warnings: [String] = []
    for part in parts {
      if let first = parts.first, !part.frame.names.contains(where: first.frame.hasColumn) {
        throw Diagnostic(
          .data,
          "'\(part.name)' has no column in common with '\(first.name)', expected "
            + Self.list(first.frame.names),
          subject: part.name
        )
      }
      for name in part.frame.names where known.insert(name).inserted { names.append(name) }
    }
    for part in parts {
      let lacking = names.filter { !part.frame.hasColumn(named: $0) }
      guard !lacking.isEmpty else { continue }
      warnings.append("'\(part.name)' has no \(Self.list(lacking)): missing in its rows")
    }
    self.names = names
    self.warnings = warnings
  }

  private static func list(_ names: [String]) -> String {
    let more = names.count > 5 ? " and \(names.count - 5) more" : ""
    return names.prefix(5).map { "'\($0)'" }.joined(separator: ", ") + more
  }

  /// Columns whose tables don't agree on a kind, though all have values: they are text, and have to
  /// be read again so, for the cells as they are spelled.
  package var disputed: [String] {
    names.filter { name in Self.kind(of: columns(name)) == nil }
  }

  private func columns(_ name: String) -> [Column?] {
    parts.map { part in part.frame.place(of: name).map { part.frame.columns[$0] } }
  }

  /// Nil where there is none for all; a column without a value fits any.
  private static func kind(of columns: [Column?]) -> ColumnKind? {
    var kinds: Set<ColumnKind> = []
    for case let column? in columns
    where column.missingCount < column.count || !column.unreadable.isEmpty {
      kinds.insert(column.kind)
    }
    switch kinds.count {
    case 0: return .text
    case 1: return kinds.first
    default: return kinds == [.category, .text] ? .text : nil
    }
  }

  /// - Parameters:
  ///   - fileColumn: a name for a further column that says from which table a row is.
  ///   - forced: kinds that were told beforehand.
  package func frame(
    fileColumn: String?,
    forced: [String: ColumnKind]
  ) throws(Diagnostic) -> Frame {
    var made = names.map { name in
      Self.stacked(name, columns(name), counts: parts.map(\.frame.rowCount), forced: forced[name])
    }
    if let fileColumn {
      let files = parts.flatMap { part in
        Array(repeating: part.name as String?, count: part.frame.rowCount)
      }
      made.append(Column(fileColumn, categories: files))
    }
    return try Frame(made)
  }

  private static func stacked(
    _ name: String,
    _ columns: [Column?],
    counts: [Int],
    forced: ColumnKind?
  ) -> Column {
    let kind = forced ?? kind(of: columns) ?? .text
    var values = ValueColumn()
    var unreadable: [Int: String] = [:]
    for (column, count) in zip(columns, counts) {
      let start = values.count
      if let column, column.kind == kind || kind == .text || kind == .category {
        for row in 0..<count { values.append(column.value(at: row)) }
        for (row, text) in column.unreadable { unreadable[start + row] = text }
      }
      values.pad(to: start + count)
    }
    var warnings: [String] = []
    let column = values.column(
      name,
      forced: forced ?? (kind == .text ? nil : kind),
      warnings: &warnings
    )
    guard !unreadable.isEmpty else { return column }
    return Column(name, column.data, validity: column.validity, unreadable: unreadable)
  }
}
