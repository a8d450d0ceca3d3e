import Canvas
import Display
import Language
import Tables

/// What a file held.
struct Loaded: Measurement {
  struct ColumnFacts: Encodable {
    let name: String
    let kind: ColumnKind
    let missing: Int
    let unreadable: Int
  }

  struct Dialect: Encodable {
    let delimiter: String
    let quote: String?
    let encoding: String
    let header: Bool
  }

  let title: String
  let format: String
  let rows: Int
  let columns: [ColumnFacts]
  /// Of delimited text only.
  let dialect: Dialect?
  private let source: SourceDigest
  let warnings: [String]

  private enum CodingKeys: String, CodingKey {
    case rows, columns, format, dialect, sha256, warnings
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(rows, forKey: .rows)
    try container.encode(columns, forKey: .columns)
    try container.encode(format, forKey: .format)
    try container.encode(dialect, forKey: .dialect)
    try container.encode(source.sha256, forKey: .sha256)
    try container.encode(warnings, forKey: .warnings)
  }

  init(title: String, format: String, table: LoadedTable) {
    self.title = title
    self.format = format
    rows = table.frame.rowCount
    columns = table.frame.columns.map {
      ColumnFacts(
        name: $0.name,
        kind: $0.kind,
        missing: $0.missingCount,
        unreadable: $0.unreadable.count
      )
    }
    dialect = table.dialect.map { dialect in
      Dialect(
        delimiter: String(Character(dialect.delimiter)),
        quote: dialect.quote.map { String(Character($0)) },
        encoding: dialect.encoding.rawValue,
        header: dialect.header
      )
    }
    source = table.source
    warnings = table.warnings
  }

  var scene: Scene {
    var table = Scene.Table(
      ["column", "kind", .number("missing")],
      noun: "column"
    )
    if columns.contains(where: { $0.unreadable > 0 }) {
      table.columns.append(.number("unreadable"))
    }
    for column in columns {
      let missing = column.missing == 0 ? "" : NumberFormat.count(column.missing)
      table.rows.append([
        .init(column.name), .init(column.kind.rawValue, .muted), .init(missing),
        .init(column.unreadable == 0 ? "" : NumberFormat.count(column.unreadable), .bad),
      ])
    }
    return Scene([
      .heading(
        "\(title): \(NumberFormat.count(rows, "row")), \(NumberFormat.count(columns.count, "column"))"
      ),
      .table(table),
    ])
  }
}
