package import Diagnostics
private import Glibc
private import Synchronization

/// The content of a file as it was read, and its fingerprint.
package final class SourceBytes: Sendable {
  package let path: String
  private let state: Mutex<State>

  private enum State: Sendable {
    case bytes([UInt8])
    case hashed(String)
  }

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    state = Mutex(.bytes(bytes))
  }

  /// SHA-256, computed when first asked for; the bytes are let go then.
  package var sha256: String {
    state.withLock { state in
      switch state {
      case .hashed(let digest): return digest
      case .bytes(let bytes):
        let digest = Fingerprint.sha256(of: bytes)
        state = .hashed(digest)
        return digest
      }
    }
  }

  /// All bytes of a file.
  ///
  /// - Throws: `.file` when there is none of that name, it is a directory, or it can't be read.
  package static func read(_ path: String, report: Report) throws(Diagnostic) -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .cannotOpen(path, code: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw .cannotOpen(path, code: errno) }
    if status.st_mode & S_IFMT == S_IFDIR {
      throw Diagnostic(.file, "'\(path)' is a directory, expected a file", subject: path)
    }
    let expected = max(0, Int(status.st_size))
    let activity = "reading \(path)"
    var bytes: [UInt8] = []
    while true {
      let room = max(expected - bytes.count, 0) + 1
      let slice = min(room, 8 << 20)
      var failure: Int32 = 0
      let block = unsafe [UInt8](unsafeUninitializedCapacity: slice) { buffer, count in
        // The buffer has room for `slice` bytes and `read` fills at most so many.
        var got = unsafe Glibc.read(descriptor, buffer.baseAddress, slice)
        while got < 0, errno == EINTR {
          got = unsafe Glibc.read(descriptor, buffer.baseAddress, slice)
        }
        if got < 0 { failure = errno }
        count = max(0, got)
      }
      if failure != 0 { throw .cannotOpen(path, code: failure) }
      if block.isEmpty { return bytes }
      if bytes.isEmpty { bytes.reserveCapacity(expected + 1) }
      bytes.append(contentsOf: block)
      try report(Progress(activity, done: bytes.count, of: expected > 0 ? expected : nil))
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
