/// The cells of one column in a block, as converters see them.
///
/// `Block.padding` bytes before and behind the text can be read.
@unsafe
struct CellRun {
  let text: UnsafePointer<UInt8>
  /// One place a row: see `CellPlace`.
  let places: UnsafePointer<UInt64>
  let count: Int
  let quote: UInt8
  let hasBackslashes: Bool
  /// What stands before decimals.
  let point: UInt8
  /// Spellings of a missing cell beside the usual ones.
  let missing: [[UInt8]]
}

extension CellRun {
  /// What stands in a cell, with its quotes undone, and whether it had any.
  ///
  /// The text is valid while `body` runs; sixteen bytes behind it can be read.
  @inline(__always)
  func withCell<Result>(
    _ row: Int,
    _ scratch: inout [UInt8],
    _ body: (_ start: UnsafePointer<UInt8>, _ count: Int, _ isQuoted: Bool) -> Result
  ) -> Result {
    let place = unsafe places[row]
    let start = unsafe text + CellPlace.start(place)
    let length = CellPlace.length(place)
    guard place & CellPlace.escaped != 0 else {
      return unsafe body(start, length, place & CellPlace.quoted != 0)
    }
    unsafe unescape(start, length, into: &scratch)
    return unsafe scratch.withUnsafeBufferPointer { buffer in
      // `unescape` leaves padding behind the text, so the buffer isn't empty.
      guard let start = buffer.baseAddress else { preconditionFailure("padding is never empty") }
      return unsafe body(start, buffer.count - 16, true)
    }
  }

  /// Two quotes are one, and so is a quote behind a backslash; sixteen zeros follow.
  private func unescape(_ start: UnsafePointer<UInt8>, _ count: Int, into scratch: inout [UInt8]) {
    scratch.removeAll(keepingCapacity: true)
    let quote = unsafe quote
    var index = 0
    while index < count {
      let byte = unsafe start[index]
      let isPair =
        unsafe index + 1 < count
        && (start[index + 1] == quote
          && (byte == quote || hasBackslashes && byte == UInt8(ascii: "\\"))
          || hasBackslashes && byte == UInt8(ascii: "\\") && start[index + 1] == byte)
      unsafe scratch.append(isPair ? start[index + 1] : byte)
      index += isPair ? 2 : 1
    }
    scratch.append(contentsOf: repeatElement(0, count: 16))
  }

  /// Whether a cell without quotes says that there is no value.
  func isMissing(_ start: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    if unsafe CellText.isMissing(start, count) { return true }
    guard unsafe !missing.isEmpty else { return false }
    let bounds = unsafe CellText.trimmed(start, count)
    let body = unsafe UnsafeBufferPointer(start: start + bounds.lowerBound, count: bounds.count)
    for spelling in unsafe missing where unsafe spelling.elementsEqual(body) { return true }
    return false
  }
}
