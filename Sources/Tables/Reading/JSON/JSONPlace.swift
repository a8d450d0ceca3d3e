import Diagnostics

/// A fault in a JSON text, with its place as people count.
struct JSONPlace {
  let line: Int
  let column: Int

  /// - Parameter lineBefore: how many lines come before these bytes.
  init(_ position: Int, in bytes: [UInt8], lineBefore: Int = 0) {
    let before = bytes[..<min(position, bytes.count)]
    line = lineBefore + before.count { $0 == 0x0A } + 1
    let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    // Letters, not bytes: those that go on one are left out.
    column = before[start...].count { $0 & 0xC0 != 0x80 } + 1
  }

  func diagnostic(_ message: String, in name: String) -> Diagnostic {
    Diagnostic(.data, "'\(name)' line \(line), column \(column): \(message)", subject: name)
  }
}
