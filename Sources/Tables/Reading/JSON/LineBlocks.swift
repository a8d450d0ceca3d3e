import Diagnostics

/// Cuts a stream into blocks of whole lines.
struct LineBlocks {
  private let stream: any ByteStream
  private let blockSize: Int
  private var rest: [UInt8] = []
  private(set) var isAtEnd = false

  init(_ stream: any ByteStream, blockSize: Int) {
    self.stream = stream
    self.blockSize = blockSize
  }

  var position: Int { stream.position }
  var shortfall: String? { isAtEnd ? stream.shortfall : nil }

  /// Nil at the end; the last line may have no line end.
  mutating func next() throws(Diagnostic) -> [UInt8]? {
    var block = rest
    rest = []
    while !isAtEnd {
      let more = try stream.block(blockSize)
      if more.isEmpty {
        isAtEnd = true
      } else if let end = more.lastIndex(of: 0x0A), block.count + end + 1 >= blockSize / 2 {
        block += more[...end]
        rest = Array(more[(end + 1)...])
        return block
      } else {
        block += more
      }
    }
    return block.isEmpty ? nil : block
  }
}
