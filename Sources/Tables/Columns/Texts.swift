/// A list of texts in one run of UTF-8 bytes.
package struct Texts: Sendable, Hashable {
  package private(set) var bytes: [UInt8] = []
  /// Where each text ends; it begins where the one before ends.
  private var ends: [UInt32] = []
  /// In place of `ends` once there are 4 GiB of bytes.
  private var farEnds: [Int] = []

  package init() {}

  package init(_ texts: some Sequence<String>) {
    for text in texts { append(text) }
  }

  package var count: Int { farEnds.isEmpty ? ends.count : farEnds.count }
  package var indices: Range<Int> { 0..<count }

  package subscript(index: Int) -> String {
    String(decoding: bytes[range(at: index)], as: UTF8.self)
  }

  package func range(at index: Int) -> Range<Int> {
    guard farEnds.isEmpty else { return (index == 0 ? 0 : farEnds[index - 1])..<farEnds[index] }
    return (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
  }

  package func withBytes<Result>(at index: Int, _ body: (borrowing Span<UInt8>) -> Result) -> Result
  {
    body(bytes.span.extracting(range(at: index)))
  }

  package mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    appendEnd(bytes.count)
  }

  /// The bytes are UTF-8 already.
  package mutating func append(_ text: borrowing Span<UInt8>) {
    for index in text.indices { bytes.append(text[index]) }
    appendEnd(bytes.count)
  }

  private mutating func appendEnd(_ end: Int) {
    if farEnds.isEmpty, let near = UInt32(exactly: end) {
      ends.append(near)
      return
    }
    if farEnds.isEmpty {
      farEnds = ends.map(Int.init)
      ends = []
    }
    farEnds.append(end)
  }

  package mutating func append(contentsOf other: Texts) {
    let shift = bytes.count
    bytes.append(contentsOf: other.bytes)
    for index in other.indices { appendEnd(other.range(at: index).upperBound + shift) }
  }

  /// Texts one behind the other.
  ///
  /// - Parameter addedEnds: where each ends, counted from the first byte.
  mutating func append(bytes added: ArraySlice<UInt8>, ends addedEnds: ArraySlice<UInt32>) {
    let shift = bytes.count
    bytes.append(contentsOf: added)
    guard farEnds.isEmpty, let near = UInt32(exactly: bytes.count) else {
      for end in addedEnds { appendEnd(shift + Int(end)) }
      return
    }
    ends.append(contentsOf: addedEnds)
    let first = ends.count - addedEnds.count
    let nearShift = near - UInt32(added.count)
    if nearShift > 0 { for index in first..<ends.count { ends[index] += nearShift } }
  }

  mutating func appendEmpty(_ count: Int) {
    for _ in 0..<count { appendEnd(bytes.count) }
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
      gathered.appendEnd(gathered.bytes.count)
    }
    return gathered
  }

  /// How long each text is, for fingerprints.
  var lengths: [Int] { indices.map { range(at: $0).count } }
}
