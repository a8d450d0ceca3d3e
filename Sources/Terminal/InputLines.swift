import Glibc

/// Lines of standard input, read as they come.
///
/// Unlike the library's own reading it can go on after an end that a person typed (Ctrl-D).
package struct InputLines {
  private var pending: [UInt8] = []

  package init() {}

  /// The next line without its end; nil at the end of the input.
  package mutating func next() -> String? {
    while true {
      if let end = pending.firstIndex(of: UInt8(ascii: "\n")) {
        defer { pending.removeSubrange(...end) }
        return Self.text(pending[..<end])
      }
      let bytes = Self.read()
      if bytes.isEmpty {
        defer { pending = [] }
        return pending.isEmpty ? nil : Self.text(pending[...])
      }
      pending += bytes
    }
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes, as: UTF8.self)
  }

  /// Empty at the end.
  private static func read() -> [UInt8] {
    unsafe [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
      // The buffer has room for as many bytes as are asked for.
      var got = unsafe Glibc.read(STDIN_FILENO, buffer.baseAddress, buffer.count)
      while got < 0, errno == EINTR {
        got = unsafe Glibc.read(STDIN_FILENO, buffer.baseAddress, buffer.count)
      }
      count = max(0, got)
    }
  }
}
