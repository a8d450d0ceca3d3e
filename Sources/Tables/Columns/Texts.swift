/// A list of texts in one run of UTF-8 bytes.
package struct Texts: Sendable, Hashable {
  package private(set) var bytes: [UInt8] = []
  /// Where each text ends; it begins where the one before ends.
  package private(set) var ends: [Int] = []

  package init() {}

  package init(_ texts: some Sequence<String>) {
    for text in texts { append(text) }
  }

  package var count: Int { ends.count }
  package var indices: Range<Int> { 0..<ends.count }

  package subscript(index: Int) -> String {
    String(decoding: bytes[range(at: index)], as: UTF8.self)
  }

  package func range(at index: Int) -> Range<Int> {
    (index == 0 ? 0 : ends[index - 1])..<ends[index]
  }

  package func withBytes<Result>(at index: Int, _ body: (borrowing Span<UInt8>) -> Result) -> Result
  {
    body(bytes.span.extracting(range(at: index)))
  }

  package mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    ends.append(bytes.count)
  }

  /// The bytes are UTF-8 already.
  package mutating func append(_ text: borrowing Span<UInt8>) {
    for index in text.indices { bytes.append(text[index]) }
    ends.append(bytes.count)
  }

  package mutating func append(contentsOf other: Texts) {
    let shift = bytes.count
    bytes.append(contentsOf: other.bytes)
    for end in other.ends { ends.append(end + shift) }
  }

  package mutating func reserve(count: Int, byteCount: Int) {
    ends.reserveCapacity(count)
    bytes.reserveCapacity(byteCount)
  }

  package func rows(at indices: [Int]) -> Texts {
    var gathered = Texts()
    gathered.reserve(count: indices.count, byteCount: 0)
    for index in indices {
      gathered.bytes.append(contentsOf: bytes[range(at: index)])
      gathered.ends.append(gathered.bytes.count)
    }
    return gathered
  }
}
