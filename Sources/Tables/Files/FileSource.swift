package import Diagnostics
private import Glibc

/// A file's bytes, read and not mapped: pages of a mapped file count as the program's memory.
package struct FileSource: ByteSource {
  package let name: String
  private let identity: FileIdentity

  package var byteCount: Int? { identity.size }

  /// What is no plain file, such as a pipe, can be read only once: its bytes are kept.
  ///
  /// - Throws: `.file` when there is none of that name, it is a directory, or it can't be read.
  package static func source(
    at path: String,
    report: Report = .silent
  ) throws(Diagnostic) -> any ByteSource {
    let file = try OpenFile(path)
    if let identity = try file.identity() { return FileSource(name: path, identity: identity) }
    let bytes = try file.bytes(report: report)
    return MemorySource(name: path, bytes: bytes)
  }

  /// All bytes of a file.
  package static func bytes(
    of path: String,
    report: Report = .silent
  ) throws(Diagnostic) -> [UInt8] {
    try OpenFile(path).bytes(report: report)
  }

  /// - Throws: `.file`, also when the file isn't the one any more that it was.
  package func open() throws(Diagnostic) -> any ByteStream {
    let file = try OpenFile(name)
    let stream = FileStream(file, identity: identity)
    try stream.checkIdentity()
    return stream
  }
}

/// One reading of a file.
private final class FileStream: ByteStream {
  private let file: OpenFile
  private let identity: FileIdentity
  private(set) var position = 0

  init(_ file: OpenFile, identity: FileIdentity) {
    self.file = file
    self.identity = identity
  }

  var shortfall: String? { nil }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(Diagnostic) -> Int {
    let count = try unsafe file.read(into: buffer)
    position += count
    if count == 0 { try checkIdentity() }
    return count
  }

  func checkIdentity() throws(Diagnostic) {
    guard try file.identity() == identity else {
      throw Diagnostic(
        .file,
        "'\(file.path)' was changed while it was read, expected it to stay as it was",
        try: "load \(file.path)",
        subject: file.path
      )
    }
  }
}
