import Canvas
package import Diagnostics
import Display
package import Language
import Tables

/// Reads a table: the data, or with `as=` one beside it.
package struct LoadCommand: Command {
  package static let signature = Signature(
    "load",
    .population,
    "read a table from a file, several files, a database or a program",
    positionals: [.init("file", .text)],
    options: [
      .init("as", .name, "a second table of that name, beside the data"),
      .init("command", .text, "run this and read what it prints, in place of a file"),
      .init("format", .choice(ReaderCatalog.formats), "found out if left out"),
      .init("rows", .integer(1...Int.max), "only the first N"),
      .init("table", .text, "a table of a database, a sheet of a workbook, an array in JSON"),
      .init("query", .text, "a query to a database"),
      .init("file", .name, "several files: a column of that name says which one a row is from"),
    ] + LoadOptions.ofText + LoadOptions.ofKinds,
    examples: [
      .init("load \"samples/penguins_raw.csv\"", "format, header and kinds are found out"),
      .init("load \"export.txt\" delimiter=\"|\" header=no", "said outright"),
      .init("load \"shop.db\" table=\"orders\"", "a database's table; or query=\"select …\""),
      .init("load \"2026-*.csv\" file=month", "files of one shape, one after the other"),
      .init("load command=\"psql -c 'table orders' --csv\"", "what a program prints, after a yes"),
    ]
  )

  private let origin: LoadOrigin
  private let name: String?
  private let fileColumn: String?
  private let options: LoadOptions

  package init(reading arguments: inout ArgumentReader) throws(Diagnostic) {
    let command = try arguments.text(option: "command")
    if let command {
      origin = .command(command)
    } else {
      origin = LoadOrigin(path: try arguments.text("the file's path"))
    }
    name = try arguments.name(option: "as")
    fileColumn = try arguments.name(option: "file")
    options = try LoadOptions(reading: &arguments)
  }

  package func run(
    in study: inout Study,
    _ context: RunContext
  ) throws(Diagnostic) -> Outcome {
    let settled = try origin.settled(context)
    let loaded: (table: LoadedTable, format: String)
    do throws(Diagnostic) {
      loaded = try TableLoading(options: options, fileColumn: fileColumn, context: context)
        .table(of: settled.origin)
    } catch {
      throw settled.origin.naming(error, context)
    }
    if let name {
      study.tables[name] = loaded.table.frame
    } else {
      let (seed, bindings, tables) = (study.seed, study.bindings, study.tables)
      study = Study()
      (study.seed, study.bindings, study.tables) = (seed, bindings, tables)
      study.source = Study.Source(path: settled.origin.text, digest: loaded.table.source)
      study.frame = loaded.table.frame
      study.populationLines = [context.call.text]
      try study.refreshView(report: context.report)
    }
    return try Outcome(
      Loaded(title: settled.origin.title, format: loaded.format, table: loaded.table),
      warnings: loaded.table.warnings,
      line: line(settled.line, keeping: loaded.table, context)
    )
  }

  /// The line as it stands from now on: one that was ended before its time says how many rows it
  /// kept, so that it reads the same ones again.
  private func line(
    _ settled: String?,
    keeping table: LoadedTable,
    _ context: RunContext
  ) throws(Diagnostic) -> String? {
    guard table.isCutShort else { return settled }
    var call = context.written
    if let settled {
      call = try CallParser.parse(settled, signatures: VerbCatalog.verbs).call
    }
    call.options.removeAll { $0.name == "rows" }
    call.options.append(.init("rows", .value(.integer(Int64(table.frame.rowCount)))))
    return call.text
  }
}
