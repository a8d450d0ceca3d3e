/// Finds records and their cells (RFC 4180, and what files do beyond it).
///
/// A quote counts only where a cell begins. It is closed by a quote that a delimiter, a line's end
/// or the file's end follows; any other one inside is a letter. A cell that crosses a line's end
/// before such a letter, or is never closed, was opened by a stray quote, and is read without it.
/// Lines of nothing but blanks are no records.
@unsafe
struct RecordIndexer {
  let syntax: RecordSyntax
  /// The text; the bytes behind `count` can be written up to the padding.
  let text: UnsafeMutablePointer<UInt8>
  let count: Int
  /// Whether the source ends with the text.
  let isFinal: Bool
  let cells: UnsafeMutablePointer<UInt64>
  let rowCapacity: Int
  let firstRow: Int
  private(set) var rowCount = 0
  /// Behind the last whole record.
  var consumed = 0
  var faults: RecordFaults
  /// Of the source up to here; `textStart` is where in its count the text begins.
  var memory: QuoteMemory
  let textStart: Int
  /// Behind the last row, which comments and blank lines may follow.
  private var lastRowEnd = 0

  init(
    _ syntax: RecordSyntax,
    text: UnsafeMutablePointer<UInt8>,
    count: Int,
    isFinal: Bool,
    cells: UnsafeMutablePointer<UInt64>,
    rowCapacity: Int,
    firstRow: Int,
    faults: RecordFaults,
    memory: QuoteMemory,
    textStart: Int
  ) {
    unsafe self.syntax = syntax
    unsafe self.text = unsafe text
    unsafe self.count = count
    unsafe self.isFinal = isFinal
    unsafe self.cells = unsafe cells
    unsafe self.rowCapacity = rowCapacity
    unsafe self.firstRow = firstRow
    unsafe self.faults = faults
    unsafe self.memory = memory
    unsafe self.textStart = textStart
    // The padding has no cell in it, but for the line end that the last line may lack.
    for offset in 0..<Block.padding { unsafe text[count + offset] = 0 }
    if isFinal { unsafe text[count] = syntax.lineEnd }
  }

  /// All whole records, at most so many, up to the one that ends at or behind `limit`.
  mutating func run(maximum: Int, limit: Int) {
    let most = unsafe min(maximum, rowCapacity)
    let end = unsafe min(limit, count)
    if unsafe syntax.isBlankDelimited {
      while unsafe consumed < end, unsafe rowCount < most {
        guard let next = unsafe blankDelimitedRecord(at: consumed) else { break }
        unsafe consumed = min(next, count)
      }
    } else {
      unsafe records(most: most, end: end)
    }
    unsafe noteUnended()
  }

  /// The last line is a row, and no line end follows it.
  private mutating func noteUnended() {
    guard unsafe isFinal, unsafe consumed == count, unsafe lastRowEnd >= count else { return }
    let last = unsafe text[count - 1]
    let isEnded = unsafe last == 0x0A || last == syntax.lineEnd
    if !isEnded { unsafe faults.unendedRow = firstRow + rowCount - 1 }
  }

  /// One loop over all records: a line's end is a separator like any other, until something stands
  /// at a line's start that may be no plain cell.
  private mutating func records(most: Int, end: Int) {
    let syntax = unsafe syntax
    let text = unsafe text
    let count = unsafe count
    let (delimiter, quote, lineEnd) = (syntax.delimiter, syntax.quote, syntax.lineEnd)
    let delimiters = Words64.broadcast(delimiter)
    let lineEnds = Words64.broadcast(lineEnd)
    let isCarriageReturn = lineEnd == 0x0D
    let width = syntax.width
    let stride = unsafe rowCapacity
    records: while unsafe consumed < end, unsafe rowCount < most {
      var cellStart = unsafe consumed
      var column = 0
      var cell = unsafe cells + rowCount
      if unsafe text[cellStart] == syntax.comment {
        switch unsafe comment(at: cellStart) {
        case .incomplete: return
        case .ends(let next):
          unsafe consumed = min(next, count)
          continue records
        case .isRow: break
        }
      }
      cells: while true {
        if unsafe text[cellStart] == quote, cellStart < count {
          switch unsafe closing(of: cellStart) {
          case .incomplete: return
          case .stray: unsafe faults.strayQuotes.add(firstRow + rowCount)
          case .closed(let close, let behindBlanks, let isEscaped, let hasInner):
            if hasInner { unsafe faults.innerQuotes.add(firstRow + rowCount) }
            let flags = CellPlace.quoted | (isEscaped ? CellPlace.escaped : 0)
            if column < width {
              unsafe cell.pointee = CellPlace.packed(from: cellStart + 1, to: close, flags: flags)
            } else {
              unsafe noteExtra(column, from: cellStart + 1, to: close)
            }
            if unsafe text[behindBlanks] == delimiter {
              column += 1
              unsafe cell += stride
              cellStart = behindBlanks + 1
              continue cells
            }
            var lineEndPlace = behindBlanks
            while unsafe text[lineEndPlace] != lineEnd, unsafe text[lineEndPlace] == 0x0D {
              lineEndPlace += 1
            }
            unsafe finish(column + 1, at: lineEndPlace)
            continue records
          }
        }
        // Cells without quotes: on to the next delimiter that a quote follows, or a line's end.
        var place = cellStart
        while true {
          let word = unsafe Words64.load(text + place)
          var ends = Words64.zeroBytes(word ^ lineEnds)
          if isCarriageReturn { ends |= Words64.zeroBytes(word ^ Words64.broadcast(0x0A)) }
          var marks = Words64.zeroBytes(word ^ delimiters) | ends
          while marks != 0 {
            let bit = marks.trailingZeroBitCount
            let mark = place + bit >> 3
            if ends >> UInt64(bit) & 1 == 0 {
              if column < width {
                unsafe cell.pointee = CellPlace.packed(from: cellStart, to: mark)
              } else if mark > cellStart {
                unsafe noteExtra(column, from: cellStart, to: mark)
              }
              column += 1
              unsafe cell += stride
              cellStart = mark + 1
              if unsafe text[cellStart] == quote { continue cells }
            } else {
              guard unsafe mark < count || isFinal else { return }
              var cellEnd = mark
              while cellEnd > cellStart, unsafe text[cellEnd - 1] == 0x0D { cellEnd -= 1 }
              if column == 0, unsafe isBlank(from: cellStart, to: cellEnd) {
                unsafe consumed = min(behind(mark), count)
                continue records
              }
              if column < width {
                unsafe cell.pointee = CellPlace.packed(from: cellStart, to: cellEnd)
              } else if cellEnd > cellStart {
                unsafe noteExtra(column, from: cellStart, to: cellEnd)
              }
              unsafe finish(column + 1, at: mark)
              cellStart = unsafe consumed
              guard cellStart == mark + 1, cellStart < end, unsafe rowCount < most else {
                continue records
              }
              // Blanks, line ends, the usual quotes and comment marks come before the apostrophe.
              let first = unsafe text[cellStart]
              guard first > 0x27, first != quote, first != syntax.comment else { continue records }
              column = 0
              unsafe cell = unsafe cells + rowCount
            }
            marks &= marks - 1
          }
          place += 8
          guard place < count + 8 else { return }
          guard place - cellStart < CellPlace.lengthLimit else { return }
        }
      }
    }
  }

  /// Takes note of a record with so many cells, whose line end is there.
  @inline(__always)
  mutating func finish(_ found: Int, at lineEnd: Int) {
    if unsafe found < syntax.width { unsafe fill(found) }
    unsafe rowCount += 1
    let next = unsafe behind(lineEnd)
    unsafe lastRowEnd = next
    unsafe consumed = min(next, count)
  }

  private mutating func fill(_ found: Int) {
    unsafe faults.short.add(firstRow + rowCount)
    for column in unsafe found..<syntax.width {
      unsafe cells[column * rowCapacity + rowCount] = CellPlace.absent
    }
  }

  mutating func noteExtra(_ column: Int, from start: Int, to end: Int) {
    guard end > start else { return }
    unsafe faults.long.add(firstRow + rowCount)
    unsafe faults.longest = max(faults.longest, column + 1)
    if unsafe faults.firstExtra == nil {
      let bytes = unsafe UnsafeBufferPointer(start: text + start, count: min(end - start, 40))
      unsafe faults.firstExtra = unsafe String(decoding: bytes, as: UTF8.self)
    }
  }

  /// Behind a line's end, where a CR may have a LF of its own.
  @inline(__always)
  func behind(_ end: Int) -> Int {
    let isPair = unsafe text[end] == 0x0D && text[end + 1] == 0x0A && end + 1 < count
    return isPair ? end + 2 : end + 1
  }

  @inline(__always)
  private func isBlank(from start: Int, to end: Int) -> Bool {
    for index in start..<end where unsafe !CellText.isBlank(text[index]) { return false }
    return true
  }
}
