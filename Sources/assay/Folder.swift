import Diagnostics
import Glibc
import Tables

/// Folders of paths given on the command line.
enum Folder {
  /// Where relative paths in that file start from; empty is the working folder.
  static func of(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The path from the root, so that it stays right when seen from another folder.
  static func absolute(_ path: String) -> String {
    if path.hasPrefix("/") { return path }
    // The C library allocates the text, which is freed once it has been copied.
    guard let folder = unsafe getcwd(nil, 0) else { return path }
    defer { unsafe free(folder) }
    return unsafe String(cString: folder) + "/" + path
  }
}

/// The text of a session.
enum SessionText {
  /// - Parameter path: `-` is standard input.
  static func read(_ path: String) throws(Diagnostic) -> String {
    let bytes = try FileSource.bytes(of: path == "-" ? "/dev/stdin" : path)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Diagnostic(.file, "'\(path)' is no UTF-8 text", subject: path)
    }
    return text
  }
}
