/// Weight, row count and weighted value in each bin.
struct MomentHistogram: BinHistogram {
  /// (weight, rows, weight * value, unused): one vector addition for each row.
  typealias Total = SIMD4<Double>

  private var entries = [SIMD4<Double>](repeating: .zero, count: 256)
  private(set) var occupied = BinSet()

  init(slotCount: Int) {}

  static func total(of rows: ArraySlice<TreeRow>, slotCount: Int) -> Total {
    var total = SIMD4<Double>.zero
    for row in rows { total += SIMD4(row.weight, 1, row.weight * row.value, 0) }
    return total
  }

  mutating func fill(_ rows: ArraySlice<TreeRow>, codes: [UInt8], offset: Int) {
    let codes = codes.span
    let rows = rows.span
    var entries = entries.mutableSpan
    for index in rows.indices {
      let row = rows[index]
      let bin = Int(codes[offset + Int(row.row)])
      entries[bin] += SIMD4(row.weight, 1, row.weight * row.value, 0)
    }
    var found = BinSet()
    if rows.count < 128 {
      for index in rows.indices { found.insert(codes[offset + Int(rows[index].row)]) }
    } else {
      for bin in 0..<256 where entries[bin][1] > 0 { found.insert(UInt8(bin)) }
    }
    occupied = found
  }

  mutating func clear() {
    occupied.forEach { entries[Int($0)] = .zero }
    occupied = BinSet()
  }

  mutating func subtract(_ part: MomentHistogram) {
    var left = BinSet()
    for bin in 0..<256 {
      entries[bin] -= part.entries[bin]
      if entries[bin][1] > 0 { left.insert(UInt8(bin)) } else { entries[bin] = .zero }
    }
    occupied = left
  }

  mutating func cut(
    _ sequence: [UInt8],
    count: Int,
    total: Total,
    minimumLeaf: Int
  ) -> BinCut? {
    let least = Double(minimumLeaf)
    var front = SIMD4<Double>.zero
    var best: BinCut?
    var bestScore = -Double.infinity
    for index in 0..<max(0, count - 1) {
      front += entries[Int(sequence[index])]
      let rest = total - front
      guard front[1] >= least, rest[1] >= least, rest[0] > 0 else { continue }
      let score =
        (front[2] * front[2] * rest[0] + rest[2] * rest[2] * front[0]) / (front[0] * rest[0])
      if score > bestScore {
        bestScore = score
        best = BinCut(front: index + 1, score: score)
      }
    }
    return best
  }

  func orderings(total: Total) -> [(UInt8) -> Double] {
    [{ bin in entries[Int(bin)][2] / entries[Int(bin)][0] }]
  }

  func weight(_ bin: UInt8) -> Double { entries[Int(bin)][0] }

  static func weight(_ total: Total) -> Double { total[0] }
}
