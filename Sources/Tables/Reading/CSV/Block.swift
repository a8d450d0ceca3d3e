/// Some whole records, and where their cells stand.
struct Block: Sendable {
  /// So many bytes before and behind the text can be read, though they mean nothing.
  static let padding = 64

  /// The padding, the text, the padding.
  var bytes: [UInt8] = []
  /// How much of `bytes` is whole records, behind the first padding.
  var byteCount = 0
  /// Column by column, `rowCapacity` entries for each: see `CellPlace`.
  var cells: [UInt64] = []
  var rowCapacity = 0
  var rowCount = 0
  /// The first record's row in the table.
  var firstRow = 0
  var number = 0
  /// Which part of the source has been read with it, from 0 to 1; nil while its size is unknown.
  var share: Double?

  /// How much text there is room for.
  var capacity: Int { max(0, bytes.count - 2 * Self.padding) }

  mutating func makeRoom(for count: Int) {
    guard count > capacity else { return }
    bytes.append(contentsOf: repeatElement(0, count: count - capacity + (bytes.isEmpty ? 128 : 0)))
  }

  mutating func makeRoom(width: Int) {
    guard cells.isEmpty else { return }
    // What one worker works on should stay in its cache; many columns share a block of few rows.
    rowCapacity = max(16, min(1 << 15, (1 << 18) / width))
    cells = [UInt64](repeating: 0, count: rowCapacity * width)
  }
}
