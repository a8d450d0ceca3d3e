private import CZlib
package import Diagnostics

/// What a gzip file holds: of any inner format, in one member or several one after the other.
package struct GzipSource: ByteSource {
  private let packed: any ByteSource

  package init(_ packed: any ByteSource) { self.packed = packed }

  package var name: String { packed.name }
  /// Of the packed bytes, as the stream's position is.
  package var byteCount: Int? { packed.byteCount }

  package func open() throws(Diagnostic) -> any ByteStream {
    try GzipStream(packed.open(), name: name)
  }

  package static func recognises(_ head: [UInt8]) -> Bool { head.starts(with: [0x1F, 0x8B]) }

  /// A source's content: of a gzip file what it holds, of any other its bytes.
  package static func unpacked(_ source: any ByteSource) throws(Diagnostic) -> any ByteSource {
    recognises(try source.head(2)) ? GzipSource(source) : source
  }
}

private final class GzipStream: ByteStream {
  private let packed: any ByteStream
  private let name: String
  private let inflater = Inflater()
  private var input: [UInt8] = []
  private var consumed = 0
  private var hasEnded = false
  private(set) var shortfall: String?

  init(_ packed: any ByteStream, name: String) {
    self.packed = packed
    self.name = name
  }

  var position: Int { packed.position - (input.count - consumed) }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(Diagnostic) -> Int {
    while !hasEnded {
      if consumed == input.count, try !refill() { break }
      let step = unsafe inflater.step(input.span.extracting(consumed...), into: buffer)
      consumed += step.consumed
      switch step.state {
      case .going: break
      case .done: try endMember()
      case .broken(let why):
        end("\(why) in the gzip data at byte \(position + 1)")
      }
      if step.produced > 0 { return step.produced }
    }
    return 0
  }

  /// False at the end of the packed bytes.
  private func refill() throws(Diagnostic) -> Bool {
    consumed = 0
    input = try packed.block(1 << 18)
    if !input.isEmpty { return true }
    end(packed.shortfall ?? "the gzip data are cut off at byte \(packed.position)")
    return false
  }

  /// Behind a member comes another one or the end; zeros, with which tapes are filled up, are
  /// nothing.
  private func endMember() throws(Diagnostic) {
    while true {
      while consumed < input.count, input[consumed] == 0 { consumed += 1 }
      if consumed < input.count { break }
      consumed = 0
      input = try packed.block(1 << 18)
      if input.isEmpty { return end(packed.shortfall) }
    }
    guard input[consumed] == 0x1F else {
      return end("behind byte \(position) the file goes on with what is no gzip data")
    }
    inflater.reset()
  }

  private func end(_ why: String?) {
    hasEnded = true
    shortfall = why
  }
}
