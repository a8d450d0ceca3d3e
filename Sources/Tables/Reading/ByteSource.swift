package import Diagnostics

/// Bytes that can be read from the start as often as needed: a file, what a gzip file holds, the
/// kept output of a command.
package protocol ByteSource: Sendable {
  /// As messages call it, mostly a path.
  var name: String { get }
  /// Nil while unknown.
  var byteCount: Int? { get }
  func open() throws(Diagnostic) -> any ByteStream
}

/// One reading of a source from its first byte to its last.
package protocol ByteStream: AnyObject {
  /// Fills the front of the buffer.
  ///
  /// - Returns: how many bytes; 0 at the end only.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(Diagnostic) -> Int

  /// How far into the source's own bytes it has come, for progress: of a gzip file the packed ones.
  var position: Int { get }

  /// At the end: why it came before its time, such as a gzip file that was cut off, or nil.
  var shortfall: String? { get }
}
