import Diagnostics
private import Glibc

/// A file of our own in the folder for temporary files, open for writing.
final class TemporaryFile {
  let path: String
  let descriptor: Int32
  private var isKept = false

  /// - Parameter folder: the one for temporary files if left out.
  init(in folder: String? = nil) throws(Diagnostic) {
    let standard = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) }
    let folder = folder ?? standard ?? "/tmp"
    var template = Array("\(folder)/assay-XXXXXX".utf8CString)
    // The template is a C string of its own; `mkstemp` writes over its last letters only.
    descriptor = unsafe template.withUnsafeMutableBufferPointer {
      unsafe $0.baseAddress.map { unsafe mkstemp($0) } ?? -1
    }
    if descriptor >= 0 { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    guard descriptor >= 0 else {
      let reason = unsafe String(cString: strerror(errno)).lowercased()
      throw Diagnostic(.file, "can't write a temporary file in '\(folder)': \(reason)")
    }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    close(descriptor)
    if !isKept { unsafe unlink(path) }
  }

  /// Someone else takes the file away.
  func keep() { isKept = true }

  /// Takes its name away: it is there as long as it is open, and nothing is left behind.
  func unlinkNow() {
    unsafe unlink(path)
    isKept = true
  }

  /// All bytes of a source.
  ///
  /// - Throws: also where the source ended before its time.
  func take(_ source: any ByteSource) throws(Diagnostic) {
    let shortfall = try source.forEachBlock { (block) throws(Diagnostic) in
      try write(block)
      return true
    }
    if let shortfall {
      throw Diagnostic(
        .data,
        "'\(source.name)' can't be read: \(shortfall)",
        subject: source.name
      )
    }
  }

  func write(_ bytes: [UInt8]) throws(Diagnostic) {
    var code: Int32 = 0
    unsafe bytes.withUnsafeBytes { buffer in
      var written = 0
      // `written` never exceeds the buffer's length: `write` takes at most what is left.
      while written < buffer.count, code == 0 {
        let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[written...])
        let count = unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
        if count >= 0 { written += count } else if errno != EINTR { code = errno }
      }
    }
    guard code == 0 else {
      let reason = unsafe String(cString: strerror(code)).lowercased()
      throw Diagnostic(.file, "can't write the temporary file '\(path)': \(reason)")
    }
  }
}
