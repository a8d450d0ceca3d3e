package import Diagnostics
import Language

/// Reads Parquet files by way of an installed `duckdb`.
package struct ParquetReader: ProgramReader {
  package static let format = "parquet"
  package static let fileExtensions = ["parquet", "pq"]
  package static let optionNames: Set<String> = []
  package static let program = "duckdb"

  private let options: ReadingOptions

  package init(_ options: ReadingOptions) { self.options = options }

  package static func recognises(_ head: [UInt8]) -> Bool { head.starts(with: Array("PAR1".utf8)) }

  package func read(
    _ source: any ByteSource,
    _ context: ReadingContext
  ) throws(Diagnostic) -> LoadedTable {
    let file = try ReadableFile(source)
    let table = "read_parquet('\(file.path.replacing("'", with: "''"))')"
    let schema = try ask("describe select * from \(table)", source.name, context)
    var schemaOptions = ReadingOptions()
    schemaOptions.kinds = ["column_name": .text, "column_type": .text]
    let described = try JSONReader(schemaOptions).read(schema, ReadingContext()).frame
    let names = try described.column(named: "column_name").values.map(\.plainText)
    let types = try described.column(named: "column_type").values.map(\.plainText)
    var wanted = options
    for (name, type) in zip(names, types) where wanted.kinds[name] == nil {
      wanted.kinds[name] = Self.kind(of: type)
    }
    let limit = options.rowLimit.map { " limit \($0)" } ?? ""
    let columns = zip(names, types).map(Self.selection).joined(separator: ", ")
    let rows = try ask("select \(columns) from \(table)\(limit)", source.name, context)
    var loaded = try JSONReader(wanted).read(rows, context)
    loaded.source = SourceDigest(of: source, inBackground: true)
    return loaded
  }

  private func ask(
    _ query: String,
    _ name: String,
    _ context: ReadingContext
  ) throws(Diagnostic) -> any ByteSource {
    let program = OutsideProgram(
      arguments: [Self.program, "-json", "-c", query],
      name: "duckdb, for '\(name)'"
    )
    return try program.output(context.report)
  }

  /// As JSON holds it without loss: whole numbers beyond 64 bits and decimals as their digits.
  private static func selection(_ name: String, _ type: String) -> String {
    let quoted = "\"\(name.replacing("\"", with: "\"\""))\""
    if type.hasPrefix("TIMESTAMP") || type == "DATE" {
      return "strftime(\(quoted)::timestamp, '%Y-%m-%dT%H:%M:%S.%fZ') as \(quoted)"
    }
    if type == "BLOB" { return "hex(\(quoted)) as \(quoted)" }
    return quoted
  }

  /// Nil where the values decide.
  private static func kind(of type: String) -> ColumnKind? {
    switch type {
    case "DATE": .datetime
    case "BOOLEAN": .boolean
    case "FLOAT", "DOUBLE", "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT",
      "UINTEGER":
      .number
    case let type where type.hasPrefix("TIMESTAMP"): .datetime
    default: nil
    }
  }
}
