package import Diagnostics

extension ByteSource {
  package static var blockSize: Int { 1 << 20 }

  /// Calls `body` with one block after the other until it says false.
  ///
  /// - Returns: why the stream ended before its time, or nil.
  @discardableResult
  package func forEachBlock(
    size: Int = Self.blockSize,
    _ body: (_ block: [UInt8]) throws(Diagnostic) -> Bool
  ) throws(Diagnostic) -> String? {
    let stream = try open()
    while true {
      let block = try stream.block(size)
      if block.isEmpty { return stream.shortfall }
      if try !body(block) { return nil }
    }
  }

  /// All of it, for formats that can't be read from front to back.
  ///
  /// - Parameter limit: how many bytes there may be.
  package func allBytes(
    limit: Int? = nil,
    _ report: Report = .silent
  ) throws(Diagnostic) -> (bytes: [UInt8], shortfall: String?) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(byteCount ?? 0)
    let shortfall = try forEachBlock { (block) throws(Diagnostic) in
      bytes += block
      if let limit, bytes.count > limit {
        throw Diagnostic(
          .data,
          "'\(name)' needs more memory than there is: more than \(limit >> 20) MiB",
          subject: name
        )
      }
      try report(Progress("reading \(name)", done: bytes.count, of: byteCount))
      return true
    }
    return (bytes, shortfall)
  }

  /// The first bytes, by which a format is told.
  package func head(_ count: Int = 1 << 16) throws(Diagnostic) -> [UInt8] {
    let stream = try open()
    var head: [UInt8] = []
    while head.count < count {
      let block = try stream.block(count - head.count)
      if block.isEmpty { break }
      head += block
    }
    return head
  }
}

extension ByteStream {
  /// The next bytes, at most so many; empty at the end only.
  package func block(_ size: Int) throws(Diagnostic) -> [UInt8] {
    var fault: Diagnostic?
    // `read` says how many of the buffer's bytes it has filled.
    let block = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      do throws(Diagnostic) {
        count = unsafe try read(into: UnsafeMutableRawBufferPointer(buffer))
      } catch {
        fault = error
      }
    }
    if let fault { throw fault }
    return block
  }
}
