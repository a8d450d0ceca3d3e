import Diagnostics
import Language

/// Writes a table as JSON lines: an object in each line, missing as null, whole doubles with a
/// point, datetimes as ISO 8601. What could not be read as its column's kind is a string.
package struct JSONLinesWriter: RowsWriter {
  package init() {}

  package func start(of frame: Frame) -> [UInt8] { [] }

  package func rowWriter(for frame: Frame) -> @Sendable (_ row: Int, _ text: inout [UInt8]) -> Void
  {
    let writers = frame.columns.enumerated().map { place, column in
      let key = [place == 0 ? UInt8(ascii: "{") : UInt8(ascii: ",")] + string(column.name) + [0x3A]
      return (key: key, value: cellWriter(for: column))
    }
    return { row, text in
      if writers.isEmpty { text.append(UInt8(ascii: "{")) }
      for writer in writers {
        text += writer.key
        writer.value(row, &text)
      }
      text.append(UInt8(ascii: "}"))
      text.append(0x0A)
    }
  }

  private typealias CellWriter = @Sendable (_ row: Int, _ text: inout [UInt8]) -> Void

  private func cellWriter(for column: Column) -> CellWriter {
    let value = valueWriter(for: column)
    guard let validity = column.validity else { return value }
    let unreadable = column.unreadable.mapValues { string($0) }
    let null = Array("null".utf8)
    return { row, text in
      if validity[row] {
        value(row, &text)
      } else if !unreadable.isEmpty, let string = unreadable[row] {
        text += string
      } else {
        text += null
      }
    }
  }

  private func valueWriter(for column: Column) -> CellWriter {
    switch column.data {
    case .doubles(let values): { NumberBytes.append(values[$0], to: &$1) }
    case .integers(let values): { NumberBytes.append(values[$0], to: &$1) }
    case .booleans(let values): { $1.append(contentsOf: (values[$0] ? "true" : "false").utf8) }
    case .instants(let values):
      {
        $1.append(0x22)
        NumberBytes.append(Instant(microseconds: values[$0]), to: &$1)
        $1.append(0x22)
      }
    case .category(let categories):
      writer(of: categories.codes, among: categories.levels.map { string($0) })
    case .texts(let texts):
      { row, text in texts.withBytes(at: row) { appendString($0, to: &text) } }
    }
  }

  private func writer(of codes: Codes, among strings: [[UInt8]]) -> CellWriter {
    { $1 += strings[Int(codes[$0])] }
  }

  private func string(_ text: String) -> [UInt8] {
    var string: [UInt8] = []
    appendString(Array(text.utf8).span, to: &string)
    return string
  }

  private func appendString(_ bytes: borrowing Swift.Span<UInt8>, to text: inout [UInt8]) {
    text.append(0x22)
    var isPlain = true
    for index in bytes.indices
    where bytes[index] < 0x20 || bytes[index] == 0x22 || bytes[index] == 0x5C {
      isPlain = false
      break
    }
    if isPlain {
      text.append(copying: bytes)
    } else {
      appendEscaped(bytes, to: &text)
    }
    text.append(0x22)
  }

  private func appendEscaped(_ bytes: borrowing Swift.Span<UInt8>, to text: inout [UInt8]) {
    for index in bytes.indices {
      let byte = bytes[index]
      switch byte {
      case 0x22, 0x5C:
        text.append(0x5C)
        text.append(byte)
      case 0x0A: text.append(contentsOf: [0x5C, UInt8(ascii: "n")])
      case 0x0D: text.append(contentsOf: [0x5C, UInt8(ascii: "r")])
      case 0x09: text.append(contentsOf: [0x5C, UInt8(ascii: "t")])
      case ..<0x20:
        text.append(contentsOf: Array("\\u00".utf8))
        text.append(48 + byte / 16)
        text.append(byte % 16 < 10 ? 48 + byte % 16 : 87 + byte % 16)
      default: text.append(byte)
      }
    }
  }
}
