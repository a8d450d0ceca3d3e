package import Diagnostics
private import GRDB
import Language

/// Reads a table, a view or a query's rows from a SQLite database, which is opened for reading only.
package struct SQLiteReader: TableReader {
  package static let format = "sqlite"
  package static let fileExtensions = ["sqlite", "sqlite3", "db", "db3"]
  package static let optionNames: Set<String> = ["table", "query"]

  private let options: ReadingOptions

  package init(_ options: ReadingOptions) { self.options = options }

  package static func recognises(_ head: [UInt8]) -> Bool {
    head.starts(with: Array("SQLite format 3\0".utf8))
  }

  package func read(
    _ source: any ByteSource,
    _ context: ReadingContext
  ) throws(Diagnostic) -> LoadedTable {
    let file = try ReadableFile(source)
    let result: Result<RowCollector, Diagnostic>
    do {
      let queue = try DatabaseQueue(path: file.path, configuration: Self.configuration)
      result = try queue.read { database in
        do throws(Diagnostic) {
          return .success(try rows(of: database, source.name, context))
        } catch {
          return .failure(error)
        }
      }
    } catch {
      throw .database(error, in: source.name)
    }
    let collector = try result.get()
    var warnings = collector.warnings
    return LoadedTable(
      frame: try collector.frame(kinds: options.kinds, warnings: &warnings),
      warnings: warnings,
      source: SourceDigest(of: source, inBackground: true),
      isCutShort: collector.isCutShort
    )
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA query_only = 1") }
    return configuration
  }

  private func rows(
    of database: Database,
    _ name: String,
    _ context: ReadingContext
  ) throws(Diagnostic) -> RowCollector {
    let sql = if let query = options.query { query } else { try selection(in: database, name) }
    let statement: Statement
    do {
      statement = try database.makeStatement(sql: sql)
    } catch {
      throw .query(error, in: name)
    }
    try Self.checkReads(statement, sql)
    do {
      var collector = RowCollector(statement.columnNames)
      let cursor = try Row.fetchCursor(statement)
      while let row = try cursor.next() {
        collector.append(row)
        if let limit = options.rowLimit, collector.rowCount >= limit { break }
        if collector.rowCount % 8_192 == 0 {
          try context.report(Progress("reading \(name)", done: collector.rowCount, of: nil))
          if context.enough.isCancelled {
            collector.isCutShort = try cursor.next() != nil
            break
          }
        }
      }
      return collector
    } catch {
      throw (error as? Diagnostic) ?? .database(error, in: name)
    }
  }

  /// What writes is refused before it runs: `query_only` doesn't stop `VACUUM INTO` or `ATTACH`.
  private static func checkReads(_ statement: Statement, _ sql: String) throws(Diagnostic) {
    let word = sql.drop { !$0.isLetter }.prefix { $0.isLetter }.lowercased()
    guard statement.isReadonly, statement.columnCount > 0,
      ["select", "with", "values"].contains(word)
    else {
      throw Diagnostic(
        .usage,
        "the query begins with '\(word)', expected one that only reads: select, with or values",
        try: "query=\"select * from …\"",
        subject: sql
      )
    }
  }

  /// Of the table that is named, or of the only one there is.
  private func selection(
    in database: Database,
    _ name: String
  ) throws(Diagnostic) -> String {
    let names: [String]
    do {
      names = try String.fetchAll(
        database,
        sql: """
          SELECT name FROM sqlite_master WHERE type IN ('table', 'view')
          AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type, name
          """
      )
    } catch {
      throw .database(error, in: name)
    }
    if let wanted = options.table {
      guard names.contains(wanted) else {
        var fault = Diagnostic.unknown("table", wanted, in: "in '\(name)'", known: names)
        fault.hint = fault.hint.map { "table=\(Words.quotedText($0))" }
        throw fault
      }
      return "SELECT * FROM \(Self.quoted(wanted))"
    }
    guard let first = names.first else {
      throw Diagnostic(.data, "'\(name)' has no tables", subject: name)
    }
    guard names.count == 1 else {
      throw Diagnostic(
        .usage,
        "'\(name)' has \(names.count) tables: \(names.joined(separator: ", "))",
        try: "load \(Words.quotedText(name)) table=\(Words.quotedText(first))",
        subject: name
      )
    }
    return "SELECT * FROM \(Self.quoted(first))"
  }

  private static func quoted(_ name: String) -> String {
    "\"\(name.replacing("\"", with: "\"\""))\""
  }
}

extension Diagnostic {
  fileprivate static func database(_ error: any Error, in name: String) -> Diagnostic {
    let reason = (error as? DatabaseError)?.message ?? "\(error)"
    return Diagnostic(.file, "can't read the database '\(name)': \(reason)", subject: name)
  }

  fileprivate static func query(_ error: any Error, in name: String) -> Diagnostic {
    let reason = (error as? DatabaseError)?.message ?? "\(error)"
    return Diagnostic(.usage, "the query can't be asked of '\(name)': \(reason)", subject: name)
  }
}
