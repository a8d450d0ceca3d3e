/// Formats that are told by their first bytes, for messages.
enum BinaryFormat {
  private static let marks: [(bytes: [UInt8], name: String)] = [
    ([0x1F, 0x8B], "a gzip file"),
    ([0x50, 0x4B, 0x03, 0x04], "a zip file (as .xlsx is)"),
    (Array("PAR1".utf8), "a Parquet file"),
    (Array("SQLite format 3".utf8), "a SQLite database"),
    (Array("%PDF".utf8), "a PDF file"),
    ([0x28, 0xB5, 0x2F, 0xFD], "a zstd file"),
    ([0x89, 0x50, 0x4E, 0x47], "a PNG picture"),
    ([0x7F, 0x45, 0x4C, 0x46], "a program"),
  ]

  /// What pages of the web begin with, in small letters.
  private static let pages = ["<!doctype html", "<html", "<table"]

  static func name(of bytes: [UInt8]) -> String? {
    let text = String(decoding: bytes.prefix(64), as: UTF8.self).lowercased()
    let body = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    if pages.contains(where: { body.hasPrefix($0) }) { return "an HTML page" }
    return named(bytes)
  }

  private static func named(_ bytes: [UInt8]) -> String? {
    marks.first { bytes.starts(with: $0.bytes) }?.name
  }
}
