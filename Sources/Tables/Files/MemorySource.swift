/// Bytes that are in memory already.
package struct MemorySource: ByteSource {
  package let name: String
  package let bytes: [UInt8]

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  package var byteCount: Int? { bytes.count }

  package func open() -> any ByteStream { MemoryStream(bytes) }
}

private final class MemoryStream: ByteStream {
  private let bytes: [UInt8]
  private(set) var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var shortfall: String? { nil }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(buffer.count, bytes.count - position)
    unsafe buffer.copyBytes(from: bytes[position..<position + count])
    position += count
    return count
  }
}
