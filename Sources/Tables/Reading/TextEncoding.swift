/// How a file's bytes stand for text.
///
/// Inside the program text is UTF-8.
package enum TextEncoding: String, Hashable, Sendable, Codable, CaseIterable {
  case utf8 = "utf-8"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
  case windows1252 = "windows-1252"

  /// By the byte order mark, if there is one.
  static func marked(_ bytes: [UInt8]) -> TextEncoding? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8 }
    if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
    if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
    return nil
  }

  /// The text in UTF-8 without a byte order mark, what can't be read as U+FFFD.
  func decoded(_ bytes: [UInt8]) -> [UInt8] {
    let body = Self.marked(bytes) == self ? bytes.dropFirst(self == .utf8 ? 3 : 2) : bytes[...]
    switch self {
    case .utf8: return Array(String(decoding: body, as: UTF8.self).utf8)
    case .utf16LittleEndian, .utf16BigEndian:
      var units: [UInt16] = []
      units.reserveCapacity(body.count / 2)
      for index in stride(from: body.startIndex, to: body.endIndex - 1, by: 2) {
        let pair = (UInt16(body[index]), UInt16(body[index + 1]))
        units.append(self == .utf16LittleEndian ? pair.1 << 8 | pair.0 : pair.0 << 8 | pair.1)
      }
      if body.count % 2 == 1 { units.append(0xFFFD) }
      return Array(String(decoding: units, as: UTF16.self).utf8)
    case .windows1252:
      var text: [UInt8] = []
      text.reserveCapacity(body.count + body.count / 8)
      for byte in body {
        if byte < 0x80 {
          text.append(byte)
        } else {
          let scalar = Unicode.Scalar(Self.windows1252Scalar(byte)) ?? "\u{FFFD}"
          text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
      }
      return text
    }
  }

  /// Five bytes of 0x80...0x9F are unassigned; as browsers do, they stand for themselves.
  private static func windows1252Scalar(_ byte: UInt8) -> UInt32 {
    let upper: [UInt32] = [
      0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
      0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
      0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
    ]
    return (0x80...0x9F).contains(byte) ? upper[Int(byte) - 0x80] : UInt32(byte)
  }

  /// Where UTF-8 breaks off; nil when all of it is valid.
  static func firstInvalidUTF8(in bytes: [UInt8]) -> Int? {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }
}
