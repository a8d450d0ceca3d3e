package import Diagnostics
private import Glibc
private import Synchronization

/// Writes files so that whoever looks sees the old content or the new one, never a part.
package enum AtomicFile {
  private static let serial = Atomic<Int>(0)

  /// Writes beside the file, brings it to the disk, then takes the file's name.
  ///
  /// A link is followed; what is no plain file, such as a pipe, is written to directly.
  ///
  /// - Throws: `.file`; the old content is still there.
  package static func write(_ bytes: [UInt8], to path: String) throws(Diagnostic) {
    try write(to: path) { (append) throws(Diagnostic) in try append(bytes) }
  }

  /// The same for content that is made block by block.
  ///
  /// - Parameter produce: hands on each block; what it throws leaves the old content as it was.
  package static func write(
    to path: String,
    _ produce: (_ append: ([UInt8]) throws(Diagnostic) -> Void) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    var status = stat()
    let exists = unsafe stat(path, &status) == 0
    let format = status.st_mode & S_IFMT
    if exists, format == S_IFDIR {
      throw Diagnostic(.file, "'\(path)' is a directory, expected a file's name", subject: path)
    }
    if exists, format != S_IFREG {
      try fill(path, flags: O_WRONLY, mode: 0o666, sync: false, named: path, produce)
      return
    }
    let target = exists ? resolved(path) : path
    let number = serial.wrappingAdd(1, ordering: .relaxed).newValue
    let parts = target.split(separator: "/", omittingEmptySubsequences: false)
    let folder = parts.dropLast().map { $0 + "/" }.joined()
    let temporary = "\(folder).\(parts.last ?? "").\(getpid()).\(number).part"
    let mode = exists ? status.st_mode & 0o777 : 0o666
    do throws(Diagnostic) {
      try fill(
        temporary,
        flags: O_WRONLY | O_CREAT | O_EXCL,
        mode: mode,
        sync: true,
        named: path,
        produce
      )
    } catch {
      unsafe unlink(temporary)
      throw error
    }
    guard unsafe rename(temporary, target) == 0 else {
      let code = errno
      unsafe unlink(temporary)
      throw .cannotWrite(path, code: code)
    }
    let directory = unsafe open(folder.isEmpty ? "." : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if directory >= 0 {
      fsync(directory)
      close(directory)
    }
  }

  package static func write(_ text: String, to path: String) throws(Diagnostic) {
    try write(Array(text.utf8), to: path)
  }

  private static func resolved(_ path: String) -> String {
    guard let real = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }

  /// `path` is for messages.
  private static func fill(
    _ target: String,
    flags: Int32,
    mode: mode_t,
    sync: Bool,
    named path: String,
    _ produce: (_ append: ([UInt8]) throws(Diagnostic) -> Void) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    let descriptor = unsafe open(target, flags | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw .cannotWrite(path, code: errno) }
    do throws(Diagnostic) {
      try produce { (bytes) throws(Diagnostic) in
        let code = append(bytes, to: descriptor)
        if code != 0 { throw .cannotWrite(path, code: code) }
      }
    } catch {
      close(descriptor)
      throw error
    }
    var code: Int32 = 0
    if sync, fsync(descriptor) != 0 { code = errno }
    if close(descriptor) != 0, code == 0 { code = errno }
    if code != 0 { throw .cannotWrite(path, code: code) }
  }

  /// - Returns: the system's number of what went wrong, or 0.
  private static func append(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    var code: Int32 = 0
    unsafe bytes.withUnsafeBytes { buffer in
      // `written` never exceeds the buffer's length: `write` takes at most what is left.
      var written = 0
      while written < buffer.count {
        let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[written...])
        let count = unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
        if count >= 0 {
          written += count
        } else if errno != EINTR {
          code = errno
          return
        }
      }
    }
    return code
  }
}

extension Diagnostic {
  fileprivate static func cannotWrite(_ path: String, code: Int32) -> Diagnostic {
    switch code {
    case ENOENT, ENOTDIR:
      return Diagnostic(.file, "can't write '\(path)': there is no such folder", subject: path)
    case EACCES, EPERM, EROFS:
      return Diagnostic(.file, "no permission to write '\(path)'", subject: path)
    default:
      let reason = unsafe String(cString: strerror(code)).lowercased()
      return Diagnostic(.file, "can't write '\(path)': \(reason)", subject: path)
    }
  }
}
