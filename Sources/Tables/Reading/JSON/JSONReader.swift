package import Diagnostics
import Language

/// Reads a JSON array of objects, a row each; also an object that holds such an array, and objects
/// one after the other.
package struct JSONReader: TableReader {
  package static let format = "json"
  package static let fileExtensions = ["json"]
  package static let optionNames: Set<String> = ["table"]

  private let options: ReadingOptions

  package init(_ options: ReadingOptions) { self.options = options }

  package static func recognises(_ head: [UInt8]) -> Bool { JSONText.start(of: head) == .value }

  package func read(
    _ source: any ByteSource,
    _ context: ReadingContext
  ) throws(Diagnostic) -> LoadedTable {
    let (packed, shortfall) = try source.allBytes(limit: context.memoryLimit, context.report)
    var warnings: [String] = []
    var encoding: String?
    let bytes = JSONText.checked(
      try JSONText.withoutMark(packed, of: source.name),
      warning: &encoding
    )
    var document = JSONDocument(wanted: options.table, rowLimit: options.rowLimit)
    var scanner = JSONScanner()
    do throws(JSONScanner.Fault) {
      try document.read(&scanner, bytes.span) {
        context.enough.isCancelled || (try? context.report($0)) == nil
      }
    } catch {
      let place = JSONPlace(scanner.position, in: bytes)
      guard error.isCutOff, document.table.rowCount > 0 else {
        throw place.diagnostic(error.message, in: source.name)
      }
      let end = source.byteCount ?? packed.count
      let why = shortfall ?? "the file ends at byte \(end)"
      warnings.append(
        "\(why), in the middle of line \(place.line): the \(document.table.rowCount) rows before it are kept"
      )
    }
    if let shortfall, warnings.isEmpty {
      warnings.append("\(shortfall): the \(document.table.rowCount) rows before it are kept")
    }
    // Where someone stopped it, it stops here.
    try context.report(Progress("reading \(source.name)", done: bytes.count, of: bytes.count))
    warnings += try document.warnings(source.name)
    if let encoding { warnings.append(encoding) }
    try document.table.checkSize(context.memoryLimit, source.name)
    return LoadedTable(
      frame: try document.table.frame(
        kinds: options.kinds,
        limit: options.rowLimit,
        warnings: &warnings
      ),
      warnings: warnings,
      source: SourceDigest(of: source, inBackground: true),
      isCutShort: document.isCutShort
    )
  }
}
