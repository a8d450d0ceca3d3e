package import Diagnostics
private import Glibc

/// What comes through a pipe, kept as a file: it can be read only once.
package enum KeptInput {
  /// Keeps standard input.
  ///
  /// - Parameters:
  ///   - folder: made where it isn't there yet; what is in it is the user's alone.
  ///   - ending: the file's, by its first bytes.
  /// - Returns: the path of the copy, which is named by the fingerprint of its content.
  /// - Throws: `.file` when standard input is a keyboard or empty.
  package static func keep(
    in folder: String,
    _ report: Report,
    ending: (_ head: [UInt8]) -> String
  ) throws(Diagnostic) -> String {
    guard isatty(STDIN_FILENO) == 0 else {
      throw Diagnostic(
        .file,
        "standard input is the keyboard, expected a pipe or a file",
        try: "cat data.csv | assay -"
      )
    }
    try makeFolder(folder)
    let stream = DescriptorStream(STDIN_FILENO, name: "standard input")
    var head: [UInt8] = []
    var fingerprint = Fingerprint()
    let copy = try TemporaryFile(in: folder)
    while true {
      let block = try stream.block(1 << 18)
      if block.isEmpty { break }
      if head.count < 1 << 16 { head += block }
      fingerprint.update(plain: block.span)
      try copy.write(block)
      try report(Progress("reading standard input", done: stream.position, of: nil))
    }
    guard stream.position > 0 else {
      throw Diagnostic(.data, "standard input is empty, expected a table")
    }
    let path = "\(folder)/\(fingerprint.hexadecimal.prefix(16)).\(ending(head))"
    guard unsafe rename(copy.path, path) == 0 else { throw .cannotKeep(folder, code: errno) }
    copy.keep()
    return path
  }

  private static func makeFolder(_ folder: String) throws(Diagnostic) {
    var path = ""
    for part in folder.split(separator: "/") {
      path += "/\(part)"
      guard unsafe mkdir(path, 0o700) == 0 || errno == EEXIST || errno == EROFS || errno == EACCES
      else { throw .cannotKeep(folder, code: errno) }
    }
  }
}

/// A descriptor that someone else opened and closes.
private final class DescriptorStream: ByteStream {
  private let descriptor: Int32
  private let name: String
  private(set) var position = 0
  var shortfall: String? { nil }

  init(_ descriptor: Int32, name: String) {
    self.descriptor = descriptor
    self.name = name
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(Diagnostic) -> Int {
    while true {
      // `read` fills at most as many bytes as the buffer has.
      let count = unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 {
        position += count
        return count
      }
      guard errno == EINTR else {
        let reason = unsafe String(cString: strerror(errno)).lowercased()
        throw Diagnostic(.file, "can't read \(name): \(reason)")
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func cannotKeep(_ folder: String, code: Int32) -> Diagnostic {
    let reason = unsafe String(cString: strerror(code)).lowercased()
    return Diagnostic(.file, "can't keep standard input in '\(folder)': \(reason)")
  }
}
