/// How a file's bytes stand for text.
///
/// Inside the program text is UTF-8.
package enum TextEncoding: String, Hashable, Sendable, Codable, CaseIterable {
  case utf8 = "utf-8"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
  case windows1252 = "windows-1252"
  case latin1 = "latin-1"

  /// By the byte order mark, if there is one.
  static func marked(_ bytes: [UInt8]) -> TextEncoding? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8 }
    if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
    if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
    return nil
  }

  /// UTF-16 without a mark: every other byte of what is mostly ASCII is zero.
  static func unmarkedWide(_ bytes: [UInt8]) -> TextEncoding? {
    guard bytes.count >= 4 else { return nil }
    var zeros = [0, 0]
    for (index, byte) in bytes.enumerated() where byte == 0 { zeros[index & 1] += 1 }
    let half = bytes.count / 2
    if zeros[1] * 10 >= half * 7, zeros[0] * 10 <= half { return .utf16LittleEndian }
    if zeros[0] * 10 >= half * 7, zeros[1] * 10 <= half { return .utf16BigEndian }
    return nil
  }

  /// Whether more than a tenth are control bytes that no text has.
  static func isBinary(_ bytes: [UInt8]) -> Bool {
    let controls = bytes.count {
      $0 < 0x09 || $0 == 0x0B || $0 > 0x0D && $0 < 0x1B
    }
    return controls * 10 > bytes.count
  }

  /// Five bytes of 0x80...0x9F are unassigned; as browsers do, they stand for themselves.
  static let windows1252Scalars: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]
}
