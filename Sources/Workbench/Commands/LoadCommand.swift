import Canvas
package import Diagnostics
import Display
package import Language
import Tables

/// Reads a file: the data, or with `as=` a table beside it.
package struct LoadCommand: Command {
  package static let signature = Signature(
    "load",
    .population,
    "read a table from a file",
    positionals: [.init("file", .text, isRequired: true)],
    options: [
      .init("as", .name, "a second table of that name, beside the data"),
      .init("delimiter", .text, "what stands between cells; found out if left out"),
      .init("header", .flag, "whether the first line has the names"),
      .init(
        "encoding",
        .choice(TextEncoding.allCases.map(\.rawValue)),
        "how bytes stand for letters; found out if left out"
      ),
    ],
    examples: [
      .init("load \"samples/penguins_raw.csv\"", "delimiter, header and kinds are found out"),
      .init("load \"export.txt\" delimiter=\"|\" header=no", "said outright"),
    ]
  )

  private let path: String
  private let name: String?
  private var options = ReadingOptions()

  package init(reading arguments: inout ArgumentReader) throws(Diagnostic) {
    path = try arguments.text("the file's path")
    name = try arguments.name(option: "as")
    if let text = try arguments.text(option: "delimiter") {
      let scalars = Array((text == "\\t" ? "\t" : text).unicodeScalars)
      guard scalars.count == 1, scalars[0].isASCII else {
        throw Diagnostic(
          .usage,
          "delimiter= takes one character, found '\(text)'",
          try: "delimiter=\";\""
        )
      }
      options.delimiter = scalars[0]
    }
    options.header = try arguments.flag("header")
    options.encoding = try Self.encoding(arguments.option("encoding"))
  }

  private static func encoding(_ argument: Argument?) throws(Diagnostic) -> TextEncoding? {
    guard let argument else { return nil }
    let text = argument.value?.plainText ?? argument.text
    guard let encoding = TextEncoding(rawValue: text.lowercased()) else {
      let known = TextEncoding.allCases.map(\.rawValue)
      var fault = Diagnostic.unknown("encoding", text, known: known)
      fault.hint = "encoding=\"\(fault.hint ?? known[0])\""
      throw fault
    }
    return encoding
  }

  package func run(
    in study: inout Study,
    _ context: RunContext
  ) throws(Diagnostic) -> Outcome {
    let loaded: LoadedTable
    do throws(Diagnostic) {
      loaded = try CSVReader(options).read(context.resolve(path), report: context.report)
    } catch {
      throw context.naming(path, in: error)
    }
    if let name {
      study.tables[name] = loaded.frame
    } else {
      let (seed, bindings, tables) = (study.seed, study.bindings, study.tables)
      study = Study()
      (study.seed, study.bindings, study.tables) = (seed, bindings, tables)
      study.source = Study.Source(path: path, digest: loaded.source)
      study.frame = loaded.frame
      study.populationLines = [context.call.text]
      try study.refreshView(report: context.report)
    }
    return Outcome(Loaded(path: path, table: loaded), warnings: loaded.warnings)
  }
}

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

  let path: String
  let rows: Int
  let columns: [ColumnFacts]
  let dialect: Dialect
  private let source: SourceDigest
  let warnings: [String]

  private enum CodingKeys: String, CodingKey {
    case rows, columns, dialect, sha256, warnings
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(rows, forKey: .rows)
    try container.encode(columns, forKey: .columns)
    try container.encode(dialect, forKey: .dialect)
    try container.encode(source.sha256, forKey: .sha256)
    try container.encode(warnings, forKey: .warnings)
  }

  init(path: String, table: LoadedTable) {
    self.path = path
    rows = table.frame.rowCount
    columns = table.frame.columns.map {
      ColumnFacts(
        name: $0.name,
        kind: $0.kind,
        missing: $0.missingCount,
        unreadable: $0.unreadable.count
      )
    }
    dialect = Dialect(
      delimiter: String(Character(table.dialect.delimiter)),
      quote: table.dialect.quote.map { String(Character($0)) },
      encoding: table.dialect.encoding.rawValue,
      header: table.dialect.header
    )
    source = table.source
    warnings = table.warnings
  }

  var scene: Scene {
    let file = path.split(separator: "/").last.map(String.init) ?? path
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
        "\(file): \(NumberFormat.count(rows, "row")), \(NumberFormat.count(columns.count, "column"))"
      ),
      .table(table),
    ])
  }
}
