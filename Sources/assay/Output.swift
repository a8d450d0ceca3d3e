import Glibc

/// Plain writing to standard output and error.
enum Output {
  /// Writes all of it; a reader that has gone ends the program by its signal, silently.
  static func write(_ text: String, to descriptor: Int32 = STDOUT_FILENO) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      // The buffer holds `count` bytes for the length of the call.
      let written = unsafe bytes.withUnsafeBytes {
        unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      guard written > 0 else {
        guard errno == EINTR || errno == EAGAIN else { return }
        continue
      }
      bytes = bytes.dropFirst(written)
    }
  }

  /// Talk, which may quote a file's content: control characters are shown, never sent.
  static func complain(_ text: String) {
    let shown = text.unicodeScalars.map { scalar -> Unicode.Scalar in
      switch scalar.value {
      case 0x0A: scalar
      case ..<0x20: Unicode.Scalar(0x2400 + scalar.value) ?? "?"
      case 0x7F..<0xA0: "␦"
      default: scalar
      }
    }
    write(String(String.UnicodeScalarView(shown)), to: STDERR_FILENO)
  }
}
