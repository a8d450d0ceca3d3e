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

  static func complain(_ text: String) { write(text, to: STDERR_FILENO) }
}
