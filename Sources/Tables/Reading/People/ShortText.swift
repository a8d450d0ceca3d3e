/// The bytes of a short cell, of which both ends can be taken off. It needs no memory of its own:
/// looking at every cell of a large column must not allocate.
struct ShortText {
  /// Of a cell; longer ones are no numbers.
  private static let capacity = 64

  /// With room for a sign and a power of ten.
  private var bytes = InlineArray<72, UInt8>(repeating: 0)
  private var start = 0
  private var end = 0

  init() {}

  /// A cell without the blanks around it; nil when it is too long.
  init?(trimming cell: some Collection<UInt8>) {
    for byte in cell {
      if CellText.isBlank(byte), count == 0 { continue }
      if count == Self.capacity {
        guard CellText.isBlank(byte) else { return nil }
        continue
      }
      append(byte)
    }
    trim()
  }

  var count: Int { end - start }
  var isEmpty: Bool { start == end }
  var first: UInt8? { isEmpty ? nil : bytes[start] }
  var last: UInt8? { isEmpty ? nil : bytes[end - 1] }

  subscript(place: Int) -> UInt8 { bytes[start + place] }

  /// There has to be room.
  mutating func append(_ byte: UInt8) {
    bytes[end] = byte
    end += 1
  }

  mutating func removeFirst(_ count: Int = 1) { start += count }
  mutating func removeLast(_ count: Int = 1) { end -= count }

  func starts(with others: [UInt8], at place: Int = 0) -> Bool {
    guard place + others.count <= count else { return false }
    for index in others.indices where self[place + index] != others[index] { return false }
    return true
  }

  func ends(with others: [UInt8]) -> Bool {
    count >= others.count && starts(with: others, at: count - others.count)
  }

  func firstPlace(where condition: (UInt8) -> Bool) -> Int? {
    for place in 0..<count where condition(self[place]) { return place }
    return nil
  }

  var text: String {
    String(decoding: (0..<count).map { self[$0] }, as: UTF8.self)
  }

  /// Blanks, those that don't break a line too.
  mutating func trim() {
    while let last, CellText.isBlank(last) { removeLast() }
    while count >= 2, self[count - 2] == 0xC2, self[count - 1] == 0xA0 { removeLast(2) }
    while let first, CellText.isBlank(first) { removeFirst() }
    while count >= 2, self[0] == 0xC2, self[1] == 0xA0 { removeFirst(2) }
  }

  func withSpan<Result>(_ body: (borrowing Span<UInt8>) -> Result) -> Result {
    body(bytes.span.extracting(start..<end))
  }
}
