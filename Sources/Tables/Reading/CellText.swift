package import Language

/// What the bytes of one cell say.
package enum CellText {
  /// What a cell looks like, on its own.
  package enum Form: Sendable {
    case missing
    /// A whole number that Int64 holds.
    case integer
    case decimal
    case boolean
    case datetime
    /// Digits that are a name and not an amount: a leading zero, or beyond Int64.
    case digits
    case text
  }

  /// What stands for a missing cell, besides nothing at all, when it isn't quoted.
  ///
  /// As in pandas; `unknown`, `?` and `-` are no part of it: they are levels until someone says
  /// otherwise.
  package static let missingSpellings = [
    "NA", "N/A", "n/a", "NaN", "nan", "NULL", "Null", "null", "None", "<NA>", "#N/A", "#NA",
    "\\N",
  ]

  /// The same, each as one little-endian word.
  private static let missingWords = missingSpellings.map { spelling in
    spelling.utf8.reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
  }

  package static func isMissing(_ cell: borrowing Span<UInt8>) -> Bool {
    unsafe cell.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return true }
      return unsafe isMissing(start, buffer.count)
    }
  }

  /// `true` and `false` in any case, nothing else.
  package static func boolean(_ cell: borrowing Span<UInt8>) -> Bool? {
    unsafe cell.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return nil }
      return unsafe boolean(start, buffer.count)
    }
  }

  /// An instant as ISO 8601 spells it, blanks around it ignored.
  package static func instant(_ cell: borrowing Span<UInt8>) -> Instant? {
    unsafe cell.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return nil }
      let bounds = unsafe trimmed(start, buffer.count)
      var scan = unsafe InstantScan(start + bounds.lowerBound, bounds.count)
      return unsafe scan.iso().map { Instant(microseconds: $0) }
    }
  }
}

extension CellText {
  /// Without the blanks and tabs at both ends.
  @inline(__always)
  static func trimmed(_ cell: UnsafePointer<UInt8>, _ count: Int) -> Range<Int> {
    var start = 0
    var end = count
    while start < end, unsafe isBlank(cell[start]) { start += 1 }
    while end > start, unsafe isBlank(cell[end - 1]) { end -= 1 }
    return start..<end
  }

  /// Without the blanks and tabs at both ends.
  static func bounds(of bytes: [UInt8]) -> Range<Int> {
    let start = bytes.firstIndex { !isBlank($0) } ?? bytes.count
    let end = bytes.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? start
    return start..<end
  }

  @inline(__always)
  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  static func isMissing(_ cell: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    guard count > 0 else { return true }
    // Most cells begin with a letter or digit that no spelling begins with.
    switch unsafe cell[0] {
    case 0x20, 0x09, UInt8(ascii: "N"), UInt8(ascii: "n"), UInt8(ascii: "<"), UInt8(ascii: "#"),
      UInt8(ascii: "\\"):
      break
    default: return false
    }
    let bounds = unsafe trimmed(cell, count)
    guard bounds.count <= 4 else { return false }
    if bounds.isEmpty { return true }
    var word: UInt32 = 0
    for index in bounds.reversed() { word = unsafe word << 8 | UInt32(cell[index]) }
    return missingWords.contains(word)
  }

  @inline(__always)
  static func boolean(_ cell: UnsafePointer<UInt8>, _ count: Int) -> Bool? {
    let bounds = unsafe trimmed(cell, count)
    guard bounds.count == 4 || bounds.count == 5 else { return nil }
    let start = unsafe cell + bounds.lowerBound
    var word: UInt32 = 0
    for index in 0..<4 { word = unsafe word << 8 | UInt32(start[index] | 0x20) }
    if bounds.count == 4 { return word == 0x7472_7565 ? true : nil }
    return unsafe word == 0x6661_6C73 && start[4] | 0x20 == 0x65 ? false : nil
  }

  static func form(_ cell: UnsafePointer<UInt8>, _ count: Int, _ numbers: NumberScan) -> Form {
    if unsafe isMissing(cell, count) { return .missing }
    let bounds = unsafe trimmed(cell, count)
    let body = unsafe cell + bounds.lowerBound
    switch unsafe body[0] {
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      if bounds.count >= 8, unsafe body[4] == UInt8(ascii: "-") || body[4] == UInt8(ascii: "/") {
        var scan = unsafe InstantScan(body, bounds.count)
        return unsafe scan.iso() == nil ? .text : .datetime
      }
    case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): break
    case UInt8(ascii: "t"), UInt8(ascii: "T"), UInt8(ascii: "f"), UInt8(ascii: "F"):
      return unsafe boolean(body, bounds.count) == nil ? .text : .boolean
    default: return .text
    }
    switch unsafe numbers.slow(body, bounds.count).shape {
    case .none: return .text
    case .whole: return .integer
    case .decimal: return .decimal
    case .digits: return .digits
    }
  }

  /// Whether the cell is digits that are a name and not an amount.
  static func isDigits(_ cell: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    let bounds = unsafe trimmed(cell, count)
    let shape = unsafe NumberScan.with {
      unsafe $0.slow(cell + bounds.lowerBound, bounds.count).shape
    }
    return shape == .digits
  }
}
