/// Finds records and fields (RFC 4180, and what files do beyond it): records end with LF, CRLF or
/// CR; a quote counts only where a field begins; lines with nothing in them are no records.
struct RecordScanner {
  let delimiter: UInt8
  /// 0: none.
  let quote: UInt8
  private(set) var position: Int

  init(delimiter: UInt8, quote: UInt8, from position: Int = 0) {
    self.delimiter = delimiter
    self.quote = quote
    self.position = position
  }

  /// Adds whole records to the index, until one ends at or behind `limit` or there are `maximum`.
  mutating func scan(
    _ bytes: borrowing Span<UInt8>,
    to limit: Int,
    maximum: Int = .max,
    into index: inout FieldIndex
  ) {
    let end = bytes.count
    while position < min(limit, end), index.recordCount < maximum {
      if isLineEnd(bytes[position]) {
        skipLineEnd(bytes)
        continue
      }
      scanRecord(bytes, into: &index)
    }
  }

  private mutating func scanRecord(_ bytes: borrowing Span<UInt8>, into index: inout FieldIndex) {
    let end = bytes.count
    while true {
      if quote != 0, position < end, bytes[position] == quote {
        scanQuoted(bytes, into: &index)
      } else {
        let start = position
        var place = position
        while place < end {
          let byte = bytes[place]
          if byte == delimiter || isLineEnd(byte) { break }
          place += 1
        }
        position = place
        index.append(start, place, [])
      }
      guard position < end else { break }
      guard bytes[position] == delimiter else {
        skipLineEnd(bytes)
        break
      }
      position += 1
    }
    index.endRecord()
  }

  /// Stops behind the field, which may hold line ends.
  private mutating func scanQuoted(_ bytes: borrowing Span<UInt8>, into index: inout FieldIndex) {
    let end = bytes.count
    let start = position + 1
    var place = start
    var mark: FieldIndex.Mark = .quoted
    while true {
      while place < end, bytes[place] != quote { place += 1 }
      guard place < end else {
        position = end
        index.append(start, end, mark.union(.unclosed))
        return
      }
      guard place + 1 < end, bytes[place + 1] == quote else { break }
      mark.insert(.escaped)
      place += 2
    }
    position = place + 1
    if position == end || bytes[position] == delimiter || isLineEnd(bytes[position]) {
      index.append(start, place, mark)
      return
    }
    while position < end, bytes[position] != delimiter, !isLineEnd(bytes[position]) {
      position += 1
    }
    index.append(start, position, mark.union([.escaped, .malformed]))
  }

  @inline(__always)
  private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  private mutating func skipLineEnd(_ bytes: borrowing Span<UInt8>) {
    let isCarriageReturn = bytes[position] == 0x0D
    position += 1
    if isCarriageReturn, position < bytes.count, bytes[position] == 0x0A { position += 1 }
  }
}
