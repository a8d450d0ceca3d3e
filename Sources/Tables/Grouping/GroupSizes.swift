import Kernels

/// How many rows each code has, and the first of them.
struct GroupSizes {
  private(set) var sizes: [UInt32]
  private(set) var firstRows: [UInt32]

  /// Chunks count for themselves, unless there are more codes than rows in a chunk.
  init(of keys: GroupKeys) {
    let bound = keys.bound
    let parts = ChunkRunner.parts(of: keys.codes.span, size: Self.chunkSize(groupCount: bound)) {
      codes in
      var sizes = [UInt32](repeating: 0, count: bound)
      var firsts = [UInt32](repeating: 0, count: bound)
      for row in codes.indices {
        let code = Int(codes[row])
        if sizes[code] == 0 { firsts[code] = UInt32(truncatingIfNeeded: row) }
        sizes[code] &+= 1
      }
      return (sizes: sizes, firsts: firsts)
    }
    guard let first = parts.first else {
      sizes = Array(repeating: 0, count: bound)
      firstRows = sizes
      return
    }
    (sizes, firstRows) = first
    for (number, part) in parts.enumerated().dropFirst() {
      let start = UInt32(number * Self.chunkSize(groupCount: bound))
      for code in 0..<bound where part.sizes[code] > 0 {
        if sizes[code] == 0 { firstRows[code] = part.firsts[code] + start }
        sizes[code] += part.sizes[code]
      }
    }
  }

  /// Rows in a chunk that has an array of its own with an element a group.
  static func chunkSize(groupCount: Int) -> Int {
    max(ChunkRunner.chunkSize, 4 * groupCount)
  }
}
