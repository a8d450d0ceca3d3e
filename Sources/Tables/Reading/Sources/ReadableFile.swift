import Diagnostics
private import Glibc

/// A source as a file with a path, for libraries and programs that open files themselves: the file
/// itself, or a copy that goes when this does.
final class ReadableFile {
  let path: String
  private let isCopy: Bool

  init(_ source: any ByteSource) throws(Diagnostic) {
    if source is FileSource {
      path = source.name
      isCopy = false
      return
    }
    let copy = try TemporaryFile()
    try copy.take(source)
    path = copy.path
    isCopy = true
    copy.keep()
  }

  deinit { if isCopy { unsafe unlink(path) } }
}
