/// Reads JSON's tokens from bytes, one after the other.
///
/// `NaN` and `Infinity`, which JSON doesn't have and many write, are read as no value. Control
/// characters in strings are taken as they stand.
struct JSONScanner {
  var position = 0
  /// Lone surrogates, which stand for no letter and became U+FFFD.
  var replacedCount = 0

  /// What is wrong at `position`.
  struct Fault: Error {
    var message: String
    /// The text ended where more was needed.
    var isCutOff: Bool
  }

  enum Number {
    case integer(Int64)
    case double(Double)
    /// Beyond Int64, or beyond all doubles.
    case digits(Range<Int>)
  }

  /// Nested values go no deeper.
  static let mostLevels = 256

  mutating func skipBlanks(_ bytes: borrowing Span<UInt8>) {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      default: return
      }
    }
  }

  /// The next byte that is no blank, which stays where it is.
  mutating func peek(_ bytes: borrowing Span<UInt8>) -> UInt8? {
    skipBlanks(bytes)
    return position < bytes.count ? bytes[position] : nil
  }

  mutating func take(_ byte: UInt8, _ bytes: borrowing Span<UInt8>) -> Bool {
    guard peek(bytes) == byte else { return false }
    position += 1
    return true
  }

  mutating func expect(
    _ byte: UInt8,
    _ what: String,
    _ bytes: borrowing Span<UInt8>
  ) throws(Fault) {
    guard take(byte, bytes) else { throw expected(what, bytes) }
  }

  func expected(_ what: String, _ bytes: borrowing Span<UInt8>) -> Fault {
    guard position < bytes.count else {
      return Fault(message: "expected \(what), found the end", isCutOff: true)
    }
    var end = position
    while end < bytes.count, end - position < 12, bytes[end] >= 0x20 { end += 1 }
    var found: [UInt8] = []
    for index in position..<max(end, position + 1) { found.append(bytes[index]) }
    return Fault(
      message: "expected \(what), found '\(String(decoding: found, as: UTF8.self))'",
      isCutOff: false
    )
  }

  // MARK: Values

  mutating func number(_ bytes: borrowing Span<UInt8>) throws(Fault) -> Number {
    let start = position
    var isWhole = true
    if bytes[position] == UInt8(ascii: "-") { position += 1 }
    let first = position
    try digits(bytes)
    if position - first > 1, bytes[first] == 0x30 {
      position = first
      throw Fault(message: "expected a number without leading zeros", isCutOff: false)
    }
    if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
      isWhole = false
      position += 1
      try digits(bytes)
    }
    if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
      isWhole = false
      position += 1
      if position < bytes.count, bytes[position] == 0x2B || bytes[position] == 0x2D {
        position += 1
      }
      try digits(bytes)
    }
    let token = bytes.extracting(start..<position)
    if isWhole {
      guard let value = NumberText.integer(token) else { return .digits(start..<position) }
      // Minus zero is no whole number.
      return value == 0 && token.count == 2 ? .double(-0.0) : .integer(value)
    }
    return NumberText.double(token).map(Number.double) ?? .digits(start..<position)
  }

  private mutating func digits(_ bytes: borrowing Span<UInt8>) throws(Fault) {
    let start = position
    while position < bytes.count, bytes[position] &- 48 <= 9 { position += 1 }
    guard position > start else { throw expected("a digit", bytes) }
  }

  /// A word without quotes; it begins at `position`, or it is a fault.
  mutating func word(_ word: JSONWord, _ bytes: borrowing Span<UInt8>) throws(Fault) {
    let letters = word.letters
    for offset in letters.indices {
      guard position + offset < bytes.count else {
        position = bytes.count
        throw expected("'\(word.rawValue)'", bytes)
      }
      guard bytes[position + offset] == letters[offset] else { throw expected("a value", bytes) }
    }
    position += letters.count
  }

  /// The word that a value beginning with this letter can be.
  func word(at bytes: borrowing Span<UInt8>) -> JSONWord? {
    switch bytes[position] {
    case UInt8(ascii: "t"): .true
    case UInt8(ascii: "f"): .false
    case UInt8(ascii: "n"): .null
    case UInt8(ascii: "N"): .notANumber
    case UInt8(ascii: "I"): .infinity
    case UInt8(ascii: "-") where position + 1 < bytes.count && bytes[position + 1] == 0x49:
      .minusInfinity
    default: nil
    }
  }

  /// The next string: where its bytes stand when it has no escapes, else nil and the text in
  /// `buffer`.
  mutating func string(
    _ bytes: borrowing Span<UInt8>,
    into buffer: inout [UInt8]
  ) throws(Fault) -> Range<Int>? {
    position += 1
    let start = position
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        position += 1
        return start..<position - 1
      case UInt8(ascii: "\\"):
        try escapedString(bytes, from: start, into: &buffer)
        return nil
      default: position += 1
      }
    }
    throw Fault(message: "a string that doesn't end", isCutOff: true)
  }

  private mutating func escapedString(
    _ bytes: borrowing Span<UInt8>,
    from start: Int,
    into buffer: inout [UInt8]
  ) throws(Fault) {
    buffer.removeAll(keepingCapacity: true)
    for index in start..<position { buffer.append(bytes[index]) }
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: "\"") { return }
      guard byte == UInt8(ascii: "\\") else {
        buffer.append(byte)
        continue
      }
      guard position < bytes.count else { break }
      let mark = bytes[position]
      position += 1
      switch mark {
      case UInt8(ascii: "n"): buffer.append(0x0A)
      case UInt8(ascii: "t"): buffer.append(0x09)
      case UInt8(ascii: "r"): buffer.append(0x0D)
      case UInt8(ascii: "b"): buffer.append(0x08)
      case UInt8(ascii: "f"): buffer.append(0x0C)
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): buffer.append(mark)
      case UInt8(ascii: "u"): try appendScalar(bytes, to: &buffer)
      default:
        position -= 1
        throw expected("an escape such as \\n", bytes)
      }
    }
    throw Fault(message: "a string that doesn't end", isCutOff: true)
  }

  /// Behind `\u`: four hexadecimal digits, and of a surrogate the other half.
  private mutating func appendScalar(
    _ bytes: borrowing Span<UInt8>,
    to buffer: inout [UInt8]
  ) throws(Fault) {
    var value = try fourDigits(bytes)
    if value & 0xFC00 == 0xD800, position + 1 < bytes.count,
      bytes[position] == UInt8(ascii: "\\"), bytes[position + 1] == UInt8(ascii: "u")
    {
      let before = position
      position += 2
      let low = try fourDigits(bytes)
      if low & 0xFC00 == 0xDC00 {
        value = 0x10000 + (value & 0x3FF) << 10 + (low & 0x3FF)
      } else {
        position = before
      }
    }
    if let scalar = Unicode.Scalar(value), let encoded = UTF8.encode(scalar) {
      buffer.append(contentsOf: encoded)
    } else {
      replacedCount += 1
      buffer.append(contentsOf: UTF8.encodedReplacementCharacter)
    }
  }

  private mutating func fourDigits(_ bytes: borrowing Span<UInt8>) throws(Fault) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard position < bytes.count else { throw expected("four hexadecimal digits", bytes) }
      let digit: UInt8
      switch bytes[position] {
      case let byte where byte &- 48 <= 9: digit = byte - 48
      case let byte where (byte | 0x20) &- 97 <= 5: digit = (byte | 0x20) - 87
      default: throw expected("four hexadecimal digits", bytes)
      }
      value = value << 4 | UInt32(digit)
      position += 1
    }
    return value
  }

  /// Goes over a value of any kind, writing it without its blanks.
  mutating func copyValue(
    _ bytes: borrowing Span<UInt8>,
    to text: inout [UInt8],
    level: Int
  ) throws(Fault) {
    guard level < Self.mostLevels else {
      throw Fault(message: "values nested more than \(Self.mostLevels) deep", isCutOff: false)
    }
    guard let first = peek(bytes) else { throw expected("a value", bytes) }
    let start = position
    switch first {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      let close = first + 2
      let isObject = first == UInt8(ascii: "{")
      position += 1
      text.append(first)
      if !take(close, bytes) {
        repeat {
          // No value ends with an opening bracket.
          if text.last != first { text.append(UInt8(ascii: ",")) }
          if isObject {
            guard peek(bytes) == UInt8(ascii: "\"") else { throw expected("a key", bytes) }
            try copyPlain(bytes, to: &text)
            try expect(UInt8(ascii: ":"), "':'", bytes)
            text.append(UInt8(ascii: ":"))
          }
          try copyValue(bytes, to: &text, level: level + 1)
        } while take(UInt8(ascii: ","), bytes)
        try expect(close, isObject ? "',' or '}'" : "',' or ']'", bytes)
      }
      text.append(close)
    default:
      position = start
      try copyPlain(bytes, to: &text)
    }
  }

  private mutating func copyPlain(
    _ bytes: borrowing Span<UInt8>,
    to text: inout [UInt8]
  ) throws(Fault) {
    let start = position
    var buffer: [UInt8] = []
    if let word = word(at: bytes) {
      try self.word(word, bytes)
    } else {
      switch bytes[position] {
      case UInt8(ascii: "\""): _ = try string(bytes, into: &buffer)
      case UInt8(ascii: "-"), 48...57: _ = try number(bytes)
      default: throw expected("a value", bytes)
      }
    }
    for index in start..<position { text.append(bytes[index]) }
  }
}
