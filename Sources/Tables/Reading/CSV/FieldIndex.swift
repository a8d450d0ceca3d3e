/// Where the cells of some records stand in the bytes.
struct FieldIndex {
  private(set) var starts: [Int] = []
  private(set) var ends: [Int] = []
  private(set) var marks: [Mark] = []
  /// The first field of each record, and at last the number of fields.
  private(set) var recordStarts: [Int] = [0]

  struct Mark: OptionSet {
    let rawValue: UInt8
    /// Written in quotes, which stand outside the range.
    static let quoted = Mark(rawValue: 1)
    /// With doubled quotes, or with letters after the closing one.
    static let escaped = Mark(rawValue: 2)
    /// With letters after the closing quote.
    static let malformed = Mark(rawValue: 4)
    /// The file ends before the closing quote.
    static let unclosed = Mark(rawValue: 8)
  }

  var recordCount: Int { recordStarts.count - 1 }

  func fieldCount(ofRecord record: Int) -> Int { recordStarts[record + 1] - recordStarts[record] }

  mutating func append(_ start: Int, _ end: Int, _ mark: Mark) {
    starts.append(start)
    ends.append(end)
    marks.append(mark)
  }

  mutating func endRecord() { recordStarts.append(starts.count) }

  mutating func removeAll() {
    starts.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    marks.removeAll(keepingCapacity: true)
    recordStarts.removeAll(keepingCapacity: true)
    recordStarts.append(0)
  }

  /// Calls `body` with each record's cell in a column, and whether it was quoted; a record too short
  /// for the column has an empty cell there.
  @inline(__always)
  func forEachCell(
    inColumn column: Int,
    fromRecord first: Int,
    of bytes: borrowing Span<UInt8>,
    quote: UInt8,
    _ body: (_ record: Int, _ cell: borrowing Span<UInt8>, _ isQuoted: Bool) -> Void
  ) {
    var scratch: [UInt8] = []
    for record in first..<max(first, recordCount) {
      guard column < fieldCount(ofRecord: record) else {
        body(record, bytes.extracting(0..<0), false)
        continue
      }
      let field = recordStarts[record] + column
      if marks[field].contains(.escaped) {
        unescape(field, of: bytes, quote: quote, into: &scratch)
        body(record, scratch.span, true)
      } else {
        body(
          record,
          bytes.extracting(starts[field]..<ends[field]),
          marks[field].contains(.quoted)
        )
      }
    }
  }

  /// The text of one field.
  func text(of field: Int, in bytes: borrowing Span<UInt8>, quote: UInt8) -> String {
    var scratch: [UInt8] = []
    if marks[field].contains(.escaped) {
      unescape(field, of: bytes, quote: quote, into: &scratch)
    } else {
      for index in starts[field]..<ends[field] { scratch.append(bytes[index]) }
    }
    return String(decoding: scratch, as: UTF8.self)
  }

  /// Two quotes inside quotes are one; after the closing quote every letter stands for itself.
  private func unescape(
    _ field: Int,
    of bytes: borrowing Span<UInt8>,
    quote: UInt8,
    into scratch: inout [UInt8]
  ) {
    scratch.removeAll(keepingCapacity: true)
    var index = starts[field]
    let end = ends[field]
    var isInside = true
    while index < end {
      if isInside, bytes[index] == quote {
        index += 1
        if index < end, bytes[index] == quote {
          scratch.append(quote)
          index += 1
        } else {
          isInside = false
        }
      } else {
        scratch.append(bytes[index])
        index += 1
      }
    }
  }
}
