package import Diagnostics
import Language

/// Reads a sheet of an Excel workbook (.xlsx): of formulas the values they had when it was saved.
package struct WorkbookReader: TableReader {
  package static let format = "xlsx"
  package static let fileExtensions = ["xlsx", "xlsm"]
  package static let optionNames: Set<String> = ["table", "header", "skip"]

  private let options: ReadingOptions
  /// Bytes that a part of the workbook may unpack to.
  package var partLimit = ZipArchive.standardLimit

  package init(_ options: ReadingOptions) { self.options = options }

  package static func recognises(_ head: [UInt8]) -> Bool {
    head.starts(with: [0x50, 0x4B, 0x03, 0x04])
  }

  package func read(
    _ source: any ByteSource,
    _ context: ReadingContext
  ) throws(Diagnostic) -> LoadedTable {
    let archive = try ZipArchive(source, limit: min(partLimit, context.memoryLimit ?? .max))
    let workbook = try Workbook(archive, name: source.name)
    var warnings: [String] = []
    let sheet = try sheet(of: workbook, source.name, &warnings)
    let grid = try SheetGrid(
      try workbook.bytes(of: sheet),
      of: workbook,
      sheet: sheet,
      name: source.name,
      context
    )
    // Opened again, a file that was changed meanwhile says so.
    _ = try source.open()
    // Where someone stopped it, it stops here.
    try context.report(Progress("reading \(source.name)", done: 1, of: 1))
    let table = try SheetTable(grid, options, sheet: sheet.name, name: source.name)
    return LoadedTable(
      frame: table.frame,
      warnings: warnings + table.warnings,
      source: SourceDigest(of: source, inBackground: true),
      isCutShort: grid.isCutShort && table.frame.rowCount < options.rowLimit ?? .max
    )
  }

  private func sheet(
    of workbook: Workbook,
    _ name: String,
    _ warnings: inout [String]
  ) throws(Diagnostic) -> Workbook.Sheet {
    let names = workbook.sheets.map(\.name)
    if let wanted = options.table {
      guard let sheet = workbook.sheets.first(where: { $0.name == wanted }) else {
        var fault = Diagnostic.unknown("sheet", wanted, in: "in '\(name)'", known: names)
        fault.hint = fault.hint.map { "table=\(Words.quotedText($0))" }
        throw fault
      }
      return sheet
    }
    guard let sheet = workbook.sheets.first(where: \.isVisible) ?? workbook.sheets.first else {
      throw Diagnostic(.data, "'\(name)' has no sheets", subject: name)
    }
    let others = names.filter { $0 != sheet.name }
    if let first = others.first {
      let list = others.map { "'\($0)'" }.joined(separator: ", ")
      warnings.append(
        "the rows are those of the sheet '\(sheet.name)'; there are also \(list) "
          + "(table=\(Words.quotedText(first)))"
      )
    }
    return sheet
  }
}
