package import Diagnostics
import Language

/// Writes a table as delimited text that reads back to the same table: missing is an empty cell,
/// the empty text is a quoted one, doubles are the shortest that read back, with a point or an
/// exponent where the column's other cells have none.
///
/// A table of one column writes missing as `NA`: an empty line would be no row.
package struct CSVWriter: Sendable {
  package var delimiter: Unicode.Scalar

  package init(delimiter: Unicode.Scalar = ",") { self.delimiter = delimiter }

  package func write(
    _ frame: Frame,
    to path: String,
    report: Report = .silent
  ) throws(Diagnostic) {
    try AtomicFile.write(try text(of: frame, report: report), to: path)
  }

  package func text(of frame: Frame, report: Report = .silent) throws(Diagnostic) -> [UInt8] {
    guard delimiter.isASCII, delimiter != "\"", delimiter != "\n", delimiter != "\r" else {
      throw Diagnostic(
        .usage,
        "delimiter '\(delimiter)' is no ASCII character, expected one such as ',' or ';'",
        subject: String(delimiter)
      )
    }
    var text: [UInt8] = []
    let separator = UInt8(delimiter.value)
    let missing = Array((frame.columnCount == 1 ? "NA" : "").utf8)
    for (place, name) in frame.names.enumerated() {
      if place > 0 { text.append(separator) }
      text += cell(name)
    }
    text.append(0x0A)
    let writers = frame.columns.map { cellWriter(for: $0) }
    for row in 0..<frame.rowCount {
      for (place, column) in frame.columns.enumerated() {
        if place > 0 { text.append(separator) }
        if column.isMissing(at: row) { text += missing } else { writers[place](row, &text) }
      }
      text.append(0x0A)
      if row % 65_536 == 65_535 {
        try report(Progress("writing", done: row + 1, of: frame.rowCount))
      }
    }
    return text
  }

  private typealias CellWriter = (_ row: Int, _ text: inout [UInt8]) -> Void

  private func cellWriter(for column: Column) -> CellWriter {
    switch column.data {
    case .doubles(let values): { $1.append(contentsOf: values[$0].description.utf8) }
    case .integers(let values): { $1.append(contentsOf: values[$0].description.utf8) }
    case .booleans(let values): { $1.append(contentsOf: (values[$0] ? "true" : "false").utf8) }
    case .instants: { $1.append(contentsOf: column.value(at: $0).plainText.utf8) }
    case .category(let categories):
      writer(of: categories.codes, among: categories.levels.map { cell($0) })
    case .texts(let texts): { $1 += cell(texts[$0]) }
    }
  }

  private func writer(of codes: Codes, among cells: [[UInt8]]) -> CellWriter {
    { $1 += cells[Int(codes[$0])] }
  }

  /// Quoted where it would read as something else: as two cells, as missing, as another text.
  private func cell(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    let separator = UInt8(delimiter.value)
    let needsQuotes =
      CellText.isMissing(bytes.span)
      || bytes.contains { $0 == separator || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
    guard needsQuotes else { return bytes }
    var quoted: [UInt8] = [0x22]
    for byte in bytes {
      if byte == 0x22 { quoted.append(byte) }
      quoted.append(byte)
    }
    quoted.append(0x22)
    return quoted
  }
}
