/// Row count and the weight of each class in each bin.
struct ClassHistogram: BinHistogram {
  struct Total: Sendable {
    var rowCount: Double
    var weight: Double
    var classes: [Double]
  }

  /// For each bin its rows, its weight, then the weight of each class.
  private var entries: [Double]
  private let stride: Int
  /// The sums over the bins before a cut.
  private var front: [Double]
  private(set) var occupied = BinSet()

  init(slotCount: Int) {
    stride = slotCount + 2
    entries = [Double](repeating: 0, count: 256 * stride)
    front = [Double](repeating: 0, count: stride)
  }

  private var slotCount: Int { stride - 2 }

  static func total(of rows: ArraySlice<TreeRow>, slotCount: Int) -> Total {
    var classes = [Double](repeating: 0, count: slotCount)
    for row in rows { classes[Int(row.slot)] += row.weight }
    return Total(
      rowCount: Double(rows.count),
      weight: classes.reduce(0, +),
      classes: classes
    )
  }

  mutating func fill(_ rows: ArraySlice<TreeRow>, codes: [UInt8], offset: Int) {
    let stride = stride
    let codes = codes.span
    let rows = rows.span
    var entries = entries.mutableSpan
    for index in rows.indices {
      let row = rows[index]
      let base = Int(codes[offset + Int(row.row)]) * stride
      entries[base] += 1
      entries[base + 1] += row.weight
      entries[base + 2 + Int(row.slot)] += row.weight
    }
    var found = BinSet()
    if rows.count < 128 {
      for index in rows.indices { found.insert(codes[offset + Int(rows[index].row)]) }
    } else {
      for bin in 0..<256 where entries[bin * stride] > 0 { found.insert(UInt8(bin)) }
    }
    occupied = found
  }

  mutating func clear() {
    occupied.forEach { bin in
      for index in Int(bin) * stride..<(Int(bin) + 1) * stride { entries[index] = 0 }
    }
    occupied = BinSet()
  }

  mutating func subtract(_ part: ClassHistogram) {
    var left = BinSet()
    for bin in 0..<256 {
      let base = bin * stride
      let isLeft = entries[base] > part.entries[base]
      if isLeft { left.insert(UInt8(bin)) }
      for index in base..<base + stride {
        entries[index] = isLeft ? entries[index] - part.entries[index] : 0
      }
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
    for part in 0..<stride { front[part] = 0 }
    var best: BinCut?
    for index in 0..<max(0, count - 1) {
      let base = Int(sequence[index]) * stride
      for part in 0..<stride { front[part] += entries[base + part] }
      let restWeight = total.weight - front[1]
      guard front[0] >= least, total.rowCount - front[0] >= least, restWeight > 0
      else { continue }
      var frontSquares = 0.0
      var restSquares = 0.0
      for slot in 0..<slotCount {
        let weight = front[2 + slot]
        frontSquares += weight * weight
        let rest = total.classes[slot] - weight
        restSquares += rest * rest
      }
      let score = frontSquares / front[1] + restSquares / restWeight
      if score > best?.score ?? -.infinity { best = BinCut(front: index + 1, score: score) }
    }
    return best
  }

  /// One class against the rest, for the eight heaviest classes.
  func orderings(total: Total) -> [(UInt8) -> Double] {
    let heaviest = total.classes.indices.sorted {
      (-total.classes[$0], $0) < (-total.classes[$1], $1)
    }
    return heaviest.prefix(8).map { slot in
      { bin in entries[Int(bin) * stride + 2 + slot] / entries[Int(bin) * stride + 1] }
    }
  }

  func weight(_ bin: UInt8) -> Double { entries[Int(bin) * stride + 1] }

  static func weight(_ total: Total) -> Double { total.weight }
}
