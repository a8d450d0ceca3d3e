package import Diagnostics

/// Several sources one after the other, for the fingerprint of what was read from them.
package struct ChainedSource: ByteSource {
  package let name: String
  private let parts: [any ByteSource]

  package init(_ name: String, _ parts: [any ByteSource]) {
    self.name = name
    self.parts = parts
  }

  package var byteCount: Int? {
    parts.reduce(.some(0)) { sum, part in sum.flatMap { sum in part.byteCount.map { sum + $0 } } }
  }

  package func open() throws(Diagnostic) -> any ByteStream { ChainedStream(parts) }
}

private final class ChainedStream: ByteStream {
  private var rest: ArraySlice<any ByteSource>
  private var current: (any ByteStream)?
  private(set) var position = 0
  private(set) var shortfall: String?

  init(_ parts: [any ByteSource]) { rest = parts[...] }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(Diagnostic) -> Int {
    while true {
      guard let current else {
        guard let next = rest.popFirst() else { return 0 }
        self.current = try next.open()
        continue
      }
      // The buffer is handed on as it is.
      let count = try unsafe current.read(into: buffer)
      if count > 0 {
        position += count
        return count
      }
      shortfall = shortfall ?? current.shortfall
      self.current = nil
    }
  }
}
