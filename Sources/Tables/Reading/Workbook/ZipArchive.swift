private import CMinizip
import Diagnostics

/// The parts of a zip file, unpacked by minizip.
///
/// Safe to use: what minizip's handle points to is this object's alone, and is released with it.
@safe final class ZipArchive {
  /// Nil never: `init` throws then.
  private let handle: unzFile?
  /// What minizip reads from, there as long as this is.
  private let file: ReadableFile
  /// For messages.
  private let name: String
  /// How many bytes a part may unpack to.
  private let limit: Int

  static let standardLimit = 1 << 30

  init(_ source: any ByteSource, limit: Int = ZipArchive.standardLimit) throws(Diagnostic) {
    file = try ReadableFile(source)
    name = source.name
    // minizip counts what it reads at once by 32 bits.
    self.limit = min(limit, Int(Int32.max))
    // minizip keeps nothing of the path behind the call.
    unsafe handle = file.path.withCString { unsafe unzOpen64($0) }
    guard unsafe handle != nil else {
      throw fault("is cut off, or no zip file: it has no directory at its end")
    }
  }

  // Closed here only; nil is refused without harm.
  deinit { unsafe unzClose(handle) }

  func hasPart(_ path: String) throws(Diagnostic) -> Bool {
    // Letters count by their case. The path lives for the length of the call.
    switch unsafe path.withCString({ unsafe unzLocateFile(handle, $0, 1) }) {
    case UNZ_OK: return true
    // Longer names than minizip knows are refused as parameters.
    case UNZ_END_OF_LIST_OF_FILE, UNZ_PARAMERROR: return false
    default: throw fault("is damaged: its directory breaks off")
    }
  }

  /// Unpacked; nil when there is no such part.
  func part(_ path: String) throws(Diagnostic) -> [UInt8]? {
    guard try hasPart(path) else { return nil }
    var entry = unz_file_info64()
    // Sizes of 0 say that names and comments aren't asked for.
    guard unsafe unzGetCurrentFileInfo64(handle, &entry, nil, 0, nil, 0, nil, 0) == UNZ_OK else {
      throw fault("is damaged: its directory breaks off")
    }
    if entry.flag & 1 == 1 { throw fault("is encrypted, expected a workbook without a password") }
    guard entry.uncompressed_size <= UInt64(limit) else { throw tooBig(path) }
    guard entry.compression_method == 0 || entry.compression_method == 8 else {
      throw fault("packs '\(path)' by method \(entry.compression_method), expected deflate")
    }
    guard unsafe unzOpenCurrentFile(handle) == UNZ_OK else {
      throw fault("is damaged: '\(path)' isn't where its directory says")
    }
    let (bytes, code) = unpacked(count: Int(entry.uncompressed_size))
    let closing = unsafe unzCloseCurrentFile(handle)
    guard code >= 0 else { throw fault("is damaged: '\(path)' can't be unpacked") }
    guard bytes.count == Int(entry.uncompressed_size) else {
      throw fault("is damaged: '\(path)' ends before its time")
    }
    guard closing != UNZ_CRCERROR else { throw fault("is damaged: a wrong check sum in '\(path)'") }
    return bytes
  }

  /// Of the part that is open: never more than its directory says it has.
  private func unpacked(count: Int) -> (bytes: [UInt8], code: Int32) {
    var code: Int32 = 0
    // minizip writes at most the number of bytes it is given, which is what is left of the buffer,
    // and says how many it wrote. Pages that it doesn't reach are never touched.
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let rest = unsafe buffer.baseAddress.map { unsafe $0 + filled }
        code = unsafe unzReadCurrentFile(handle, rest, UInt32(count - filled))
        guard code > 0 else { return }
        filled += Int(code)
      }
    }
    return (bytes, code)
  }

  private func fault(_ what: String) -> Diagnostic {
    Diagnostic(.data, "'\(name)' \(what)", subject: name)
  }

  private func tooBig(_ path: String) -> Diagnostic {
    fault("unpacks '\(path)' to more than \(limit >> 20) MiB: save the sheet as CSV")
  }
}
