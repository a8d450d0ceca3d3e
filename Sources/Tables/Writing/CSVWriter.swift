package import Diagnostics
import Language

/// Writes a table as delimited text that reads back to the same table: missing is an empty cell,
/// the empty text is a quoted one, doubles are the shortest that read back, with a point or an
/// exponent where the column's other cells have none. What could not be read as its column's kind
/// is written as it stood.
///
/// A table of one column writes missing as `NA`: an empty line would be no row.
package struct CSVWriter: RowsWriter {
  package var delimiter: Unicode.Scalar

  package init(delimiter: Unicode.Scalar = ",") { self.delimiter = delimiter }

  package func start(of frame: Frame) throws(Diagnostic) -> [UInt8] {
    guard delimiter.isASCII, delimiter != "\"", delimiter != "\n", delimiter != "\r" else {
      throw Diagnostic(
        .usage,
        "delimiter '\(delimiter)' is no ASCII character, expected one such as ',' or ';'",
        subject: String(delimiter)
      )
    }
    var text: [UInt8] = []
    for (place, name) in frame.names.enumerated() {
      if place > 0 { text.append(separator) }
      text += cell(name)
    }
    text.append(0x0A)
    return text
  }

  private var separator: UInt8 { UInt8(truncatingIfNeeded: delimiter.value) }

  package func rowWriter(for frame: Frame) -> @Sendable (_ row: Int, _ text: inout [UInt8]) -> Void
  {
    let separator = separator
    let missing = Array((frame.columnCount == 1 ? "NA" : "").utf8)
    let writers = frame.columns.map { cellWriter(for: $0, missing: missing) }
    return { row, text in
      var isFirst = true
      for writer in writers {
        if isFirst { isFirst = false } else { text.append(separator) }
        writer(row, &text)
      }
      text.append(0x0A)
    }
  }

  private typealias CellWriter = @Sendable (_ row: Int, _ text: inout [UInt8]) -> Void

  private func cellWriter(for column: Column, missing: [UInt8]) -> CellWriter {
    let value = valueWriter(for: column)
    guard let validity = column.validity else { return value }
    let unreadable = column.unreadable.mapValues { cell($0) }
    return { row, text in
      if validity[row] {
        value(row, &text)
      } else if !unreadable.isEmpty, let cell = unreadable[row] {
        text += cell
      } else {
        text += missing
      }
    }
  }

  private func valueWriter(for column: Column) -> CellWriter {
    switch column.data {
    case .doubles(let values): { NumberBytes.append(values[$0], to: &$1) }
    case .integers(let values): { NumberBytes.append(values[$0], to: &$1) }
    case .booleans(let values): { $1.append(contentsOf: (values[$0] ? "true" : "false").utf8) }
    case .instants(let values):
      { NumberBytes.append(Instant(microseconds: values[$0]), to: &$1) }
    case .category(let categories):
      writer(of: categories.codes, among: categories.levels.map { cell($0) })
    case .texts(let texts): { row, text in texts.withBytes(at: row) { appendCell($0, to: &text) } }
    }
  }

  private func writer(of codes: Codes, among cells: [[UInt8]]) -> CellWriter {
    { $1 += cells[Int(codes[$0])] }
  }

  private func cell(_ text: String) -> [UInt8] {
    var cell: [UInt8] = []
    appendCell(Array(text.utf8).span, to: &cell)
    return cell
  }

  private func appendCell(_ bytes: borrowing Swift.Span<UInt8>, to text: inout [UInt8]) {
    guard needsQuotes(bytes) else {
      text.append(copying: bytes)
      return
    }
    text.append(0x22)
    for index in bytes.indices {
      if bytes[index] == 0x22 { text.append(0x22) }
      text.append(bytes[index])
    }
    text.append(0x22)
  }

  /// Where it would read as something else: as two cells, as missing, as a comment, as another
  /// text.
  private func needsQuotes(_ bytes: borrowing Swift.Span<UInt8>) -> Bool {
    guard bytes.count > 0 else { return true }
    let (first, last) = (bytes[0], bytes[bytes.count - 1])
    if first <= 0x20 || last <= 0x20 || first == UInt8(ascii: "#") || first == UInt8(ascii: "'") {
      return true
    }
    let separator = separator
    for index in bytes.indices {
      let byte = bytes[index]
      if byte == separator || byte == 0x22 || byte == 0x0A || byte == 0x0D { return true }
    }
    return CellText.isMissing(bytes)
  }
}
