package import Diagnostics
import Kernels
import Language

/// Reads JSON lines: an object in each line, a row each.
package struct JSONLinesReader: TableReader {
  package static let format = "jsonl"
  package static let fileExtensions = ["jsonl", "ndjson"]
  package static let optionNames: Set<String> = []

  private let options: ReadingOptions

  package init(_ options: ReadingOptions) { self.options = options }

  package static func recognises(_ head: [UInt8]) -> Bool {
    JSONText.start(of: head) == .objects
  }

  /// Lines are read in blocks of about this many bytes, several at once.
  static let blockSize = 4 << 20
  private static let blocksAtOnce = 8

  package func read(
    _ source: any ByteSource,
    _ context: ReadingContext
  ) throws(Diagnostic) -> LoadedTable {
    var blocks = LineBlocks(try source.open(), blockSize: Self.blockSize)
    var table = ObjectTable()
    var warnings: [String] = []
    var encoding: String?
    var lineCount = 0
    var hasPreview = false
    var isCutShort = false
    reading: while true {
      var group: [[UInt8]] = []
      while group.count < Self.blocksAtOnce, let block = try blocks.next() { group.append(block) }
      if group.isEmpty { break }
      if lineCount == 0 { group[0] = try JSONText.withoutMark(group[0], of: source.name) }
      for place in group.indices {
        group[place] = JSONText.checked(group[place], lineBefore: lineCount, warning: &encoding)
      }
      let blocksOfLines = group
      let read = try ChunkRunner.run(group.count) { (place) throws(Diagnostic) in
        LineRows(blocksOfLines[place])
      }
      for (bytes, rows) in zip(blocksOfLines, read) {
        table.append(contentsOf: rows.table)
        if let (fault, position) = rows.fault {
          let place = JSONPlace(position, in: bytes, lineBefore: lineCount)
          guard fault.isCutOff, rows.isInLastLine, blocks.isAtEnd, table.rowCount > 0 else {
            throw place.diagnostic(fault.message, in: source.name)
          }
          warnings.append(
            "the file ends at byte \(blocks.position), in the middle of line \(place.line): the "
              + "\(table.rowCount) rows before it are kept"
          )
        }
        lineCount += rows.lineCount
        if let limit = options.rowLimit, table.rowCount >= limit { break reading }
      }
      try table.checkSize(context.memoryLimit, source.name)
      try context.report(
        Progress("reading \(source.name)", done: blocks.position, of: source.byteCount)
      )
      if !hasPreview, let preview = context.preview, let frame = table.preview(1_000) {
        hasPreview = true
        preview(frame)
      }
      if context.enough.isCancelled {
        isCutShort = try blocks.next() != nil
        break
      }
    }
    if let shortfall = blocks.shortfall {
      warnings.append("\(shortfall): the \(table.rowCount) rows before it are kept")
    }
    guard table.rowCount > 0 else {
      throw Diagnostic(
        .data,
        "'\(source.name)' is empty, expected a JSON object in each line",
        subject: source.name
      )
    }
    if let encoding { warnings.append(encoding) }
    return LoadedTable(
      frame: try table.frame(kinds: options.kinds, limit: options.rowLimit, warnings: &warnings),
      warnings: warnings,
      source: SourceDigest(of: source, inBackground: true),
      isCutShort: isCutShort
    )
  }
}
