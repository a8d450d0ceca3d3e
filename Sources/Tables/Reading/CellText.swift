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
  ]

  private static let missingBytes = missingSpellings.map { Array($0.utf8) }
  private static let trueBytes = Array("true".utf8)
  private static let falseBytes = Array("false".utf8)

  package static func isMissing(_ cell: borrowing Span<UInt8>) -> Bool {
    let bounds = trimmed(cell)
    guard let first = bounds.first else { return true }
    guard bounds.count <= 4 else { return false }
    switch cell[first] {
    case UInt8(ascii: "N"), UInt8(ascii: "n"), UInt8(ascii: "<"), UInt8(ascii: "#"): break
    default: return false
    }
    for spelling in missingBytes where spelling.count == bounds.count {
      var isSame = true
      for offset in spelling.indices where spelling[offset] != cell[first + offset] {
        isSame = false
      }
      if isSame { return true }
    }
    return false
  }

  /// Without the blanks and tabs at both ends.
  package static func trimmed(_ cell: borrowing Span<UInt8>) -> Range<Int> {
    var start = 0
    var end = cell.count
    while start < end, cell[start] == 0x20 || cell[start] == 0x09 { start += 1 }
    while end > start, cell[end - 1] == 0x20 || cell[end - 1] == 0x09 { end -= 1 }
    return start..<end
  }

  package static func form(of cell: borrowing Span<UInt8>) -> Form {
    if isMissing(cell) { return .missing }
    let bounds = trimmed(cell)
    let body = cell.extracting(bounds)
    switch body[0] {
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      if bounds.count >= 8, body[4] == UInt8(ascii: "-") || body[4] == UInt8(ascii: "/") {
        return Instant(isoBytes: body) == nil ? .text : .datetime
      }
      return numberForm(of: body)
    case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): return numberForm(of: body)
    case UInt8(ascii: "t"), UInt8(ascii: "T"), UInt8(ascii: "f"), UInt8(ascii: "F"):
      return boolean(body) == nil ? .text : .boolean
    default: return .text
    }
  }

  private static func numberForm(of body: borrowing Span<UInt8>) -> Form {
    let start = body[0] == UInt8(ascii: "+") || body[0] == UInt8(ascii: "-") ? 1 : 0
    guard start < body.count else { return .text }
    var onlyDigits = true
    for index in start..<body.count where body[index] < 48 || body[index] > 57 {
      onlyDigits = false
      break
    }
    let hasLeadingZero =
      body[start] == 48 && start + 1 < body.count && (48...57).contains(body[start + 1])
    if onlyDigits {
      if hasLeadingZero { return .digits }
      return NumberText.integer(body) == nil ? .digits : .integer
    }
    if NumberText.double(body) == nil { return .text }
    return hasLeadingZero ? .digits : .decimal
  }

  /// `true` and `false` in any case, nothing else.
  package static func boolean(_ cell: borrowing Span<UInt8>) -> Bool? {
    let bounds = trimmed(cell)
    let isTrue = bounds.count == 4
    guard isTrue || bounds.count == 5 else { return nil }
    let word = isTrue ? trueBytes : falseBytes
    for offset in word.indices where cell[bounds.lowerBound + offset] | 0x20 != word[offset] {
      return nil
    }
    return isTrue
  }

  /// An instant as ISO 8601 spells it, blanks around it ignored.
  package static func instant(_ cell: borrowing Span<UInt8>) -> Instant? {
    Instant(isoBytes: cell.extracting(trimmed(cell)))
  }
}
