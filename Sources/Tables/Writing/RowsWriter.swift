package import Diagnostics
import Kernels

/// Writes the rows of a table as text, a chunk of rows at a time, several at once.
package protocol RowsWriter: Sendable {
  /// What stands before the rows.
  func start(of frame: Frame) throws(Diagnostic) -> [UInt8]
  /// What writes the rows of one table, made once.
  func rowWriter(for frame: Frame) -> @Sendable (_ row: Int, _ text: inout [UInt8]) -> Void
}

extension RowsWriter {
  package func write(
    _ frame: Frame,
    to path: String,
    report: Report = .silent
  ) throws(Diagnostic) {
    try AtomicFile.write(to: path) { (append) throws(Diagnostic) in
      try forEachBlock(of: frame, report, append)
    }
  }

  package func text(of frame: Frame, report: Report = .silent) throws(Diagnostic) -> [UInt8] {
    var text: [UInt8] = []
    try forEachBlock(of: frame, report) { text += $0 }
    return text
  }

  private static var chunkSize: Int { 8_192 }
  private static var chunksAtOnce: Int { 16 }

  /// Hands on the text in its order, block by block: there is never all of it in memory.
  func forEachBlock(
    of frame: Frame,
    _ report: Report,
    _ body: ([UInt8]) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    try body(try start(of: frame))
    let write = rowWriter(for: frame)
    let size = Self.chunkSize * Self.chunksAtOnce
    for first in stride(from: 0, to: frame.rowCount, by: size) {
      let count = min(size, frame.rowCount - first)
      let blocks = try ChunkRunner.run(rows: count, size: Self.chunkSize) {
        (rows) throws(Diagnostic) in
        var text: [UInt8] = []
        text.reserveCapacity(rows.count * frame.columnCount * 8)
        for row in rows { write(first + row, &text) }
        return text
      }
      for block in blocks { try body(block) }
      try report(Progress("writing", done: first + count, of: frame.rowCount))
    }
  }
}
