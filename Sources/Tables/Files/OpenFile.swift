import Diagnostics
private import Glibc

/// A file that is open for reading.
final class OpenFile {
  let path: String
  private let descriptor: Int32

  init(_ path: String) throws(Diagnostic) {
    self.path = path
    descriptor = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .cannotOpen(path, code: errno) }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Nil for what is no plain file.
  func identity() throws(Diagnostic) -> FileIdentity? {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw .cannotOpen(path, code: errno) }
    if status.st_mode & S_IFMT == S_IFDIR {
      throw Diagnostic(.file, "'\(path)' is a directory, expected a file", subject: path)
    }
    guard status.st_mode & S_IFMT == S_IFREG else { return nil }
    return FileIdentity(
      device: UInt64(status.st_dev),
      number: UInt64(status.st_ino),
      size: Int(status.st_size),
      seconds: status.st_mtim.tv_sec,
      nanoseconds: status.st_mtim.tv_nsec
    )
  }

  /// Fills the front of the buffer; 0 at the end only.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(Diagnostic) -> Int {
    guard buffer.count > 0 else { return 0 }
    while true {
      let count = unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      if errno != EINTR { throw .cannotOpen(path, code: errno) }
    }
  }

  func bytes(report: Report) throws(Diagnostic) -> [UInt8] {
    let size = try identity()?.size
    let activity = "reading \(path)"
    var bytes: [UInt8] = []
    bytes.reserveCapacity((size ?? 0) + 1)
    var block = [UInt8](repeating: 0, count: min(max((size ?? 0) + 1, 4096), 1 << 20))
    while true {
      let count = try unsafe block.withUnsafeMutableBufferPointer { (buffer) throws(Diagnostic) in
        try unsafe read(into: UnsafeMutableRawBufferPointer(buffer))
      }
      if count == 0 { return bytes }
      bytes.append(contentsOf: block[..<count])
      try report(Progress(activity, done: bytes.count, of: size, unit: .bytes))
    }
  }
}

extension Diagnostic {
  fileprivate static func cannotOpen(_ path: String, code: Int32) -> Diagnostic {
    switch code {
    case ENOENT, ENOTDIR:
      let parts = path.split(separator: "/", omittingEmptySubsequences: false)
      let folder = parts.dropLast().joined(separator: "/")
      let name = parts.last.map(String.init) ?? path
      let near = nearest(to: name, in: fileNames(in: folder.isEmpty ? "." : folder))
      let hint = near.map { folder.isEmpty ? $0 : folder + "/" + $0 }
      return Diagnostic(.file, "no file '\(path)'", try: hint, subject: path)
    case EACCES, EPERM:
      return Diagnostic(.file, "no permission to read '\(path)'", subject: path)
    default:
      let reason = unsafe String(cString: strerror(code)).lowercased()
      return Diagnostic(.file, "can't read '\(path)': \(reason)", subject: path)
    }
  }

  private static func fileNames(in folder: String) -> [String] {
    guard let directory = unsafe opendir(folder) else { return [] }
    defer { unsafe closedir(directory) }
    var names: [String] = []
    while let entry = unsafe readdir(directory) {
      // `d_name` is a C array with a closing zero inside the entry, which lives until the next call.
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted(by: ScalarOrder.precedes)
  }
}
