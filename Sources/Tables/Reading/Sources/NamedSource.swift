package import Diagnostics

/// A source that messages call by another name than its own: the kept output of a command, a copy
/// of standard input.
package struct NamedSource: ByteSource {
  package let name: String
  private let source: any ByteSource
  /// Said at the end where the source itself has nothing to say.
  private let shortfall: String?

  package init(_ name: String, _ source: any ByteSource, shortfall: String? = nil) {
    self.name = name
    self.source = source
    self.shortfall = shortfall
  }

  package var byteCount: Int? { source.byteCount }

  package func open() throws(Diagnostic) -> any ByteStream {
    NamedStream(try source.open(), shortfall)
  }
}

private final class NamedStream: ByteStream {
  private let stream: any ByteStream
  private let told: String?

  init(_ stream: any ByteStream, _ told: String?) {
    self.stream = stream
    self.told = told
  }

  var position: Int { stream.position }
  var shortfall: String? { stream.shortfall ?? told }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(Diagnostic) -> Int {
    // The buffer is handed on as it is.
    try unsafe stream.read(into: buffer)
  }
}
