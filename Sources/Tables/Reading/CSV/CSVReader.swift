package import Diagnostics
import Language

/// Reads delimited text into typed columns.
///
/// Cells are looked at twice: once for what every column can be, over all rows, and once for their
/// values. Blank lines are no rows. Records that are too short have missing cells at their end;
/// cells beyond the last column are left out; both are warned of by row.
package struct CSVReader: Sendable {
  package var options: ReadingOptions

  package init(_ options: ReadingOptions = ReadingOptions()) { self.options = options }

  package func read(_ path: String, report: Report = .silent) throws(Diagnostic) -> LoadedTable {
    try read(SourceBytes.read(path, report: report), path: path, report: report)
  }

  /// `path` is for messages.
  package func read(
    _ bytes: [UInt8],
    path: String,
    report: Report = .silent
  ) throws(Diagnostic) -> LoadedTable {
    var warnings: [String] = []
    let (text, encoding) = try decoded(bytes, path: path, warnings: &warnings)
    let table = try CSVTable(
      text,
      options: options,
      encoding: encoding,
      path: path,
      report: report
    )
    return LoadedTable(
      frame: table.frame,
      dialect: table.dialect,
      warnings: warnings + table.warnings,
      source: SourceBytes(path: path, bytes: bytes)
    )
  }

  private func decoded(
    _ bytes: [UInt8],
    path: String,
    warnings: inout [String]
  ) throws(Diagnostic) -> (text: [UInt8], encoding: TextEncoding) {
    let marked = TextEncoding.marked(bytes)
    if let encoding = options.encoding ?? marked, encoding != .utf8 {
      return (encoding.decoded(bytes), encoding)
    }
    if let kind = BinaryFormat.name(of: bytes) {
      throw Diagnostic(
        .data,
        "'\(path)' is \(kind), expected text separated by commas, semicolons or tabs",
        subject: path
      )
    }
    if let zero = bytes.firstIndex(of: 0) {
      guard zero >= 1 << 16 else {
        throw Diagnostic(
          .data,
          "'\(path)' is a binary file (byte \(zero + 1) is zero), expected text",
          subject: path
        )
      }
      warnings.append("line \(line(at: zero, in: bytes)) has a zero byte, kept as a letter")
    }
    guard let broken = TextEncoding.firstInvalidUTF8(in: bytes) else {
      return (marked == .utf8 ? Array(bytes.dropFirst(3)) : bytes, .utf8)
    }
    let place = "line \(line(at: broken, in: bytes))"
    if options.encoding == .utf8 || marked == .utf8 {
      warnings.append("not all is UTF-8, first in \(place): what can't be read became U+FFFD")
      return (TextEncoding.utf8.decoded(bytes), .utf8)
    }
    warnings.append(
      "not UTF-8, first in \(place): read as windows-1252 (encoding=\"utf-8\" says otherwise)"
    )
    return (TextEncoding.windows1252.decoded(bytes), .windows1252)
  }

  private func line(at offset: Int, in bytes: [UInt8]) -> Int {
    bytes[..<offset].count { $0 == 0x0A } + 1
  }
}
