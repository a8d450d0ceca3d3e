/// The number, the sum and the spread of the values of each group; NaN is left out.
package struct GroupSums: Sendable {
  package let counts: [Int]
  package let sums: [Double]

  /// - Parameters:
  ///   - values: NaN = missing.
  ///   - codes: the group of each value, below `groupCount`.
  package init(of values: Span<Double>, codes: Span<UInt32>, groupCount: Int) {
    precondition(values.count == codes.count, "a group for each value")
    let size = Self.chunkSize(groupCount: groupCount)
    let parts = ChunkRunner.parts(of: values, size: size) { part, start in
      let codes = codes.extracting(start..<start + part.count)
      var counts = [Int32](repeating: 0, count: groupCount)
      var sums = [Double](repeating: 0, count: groupCount)
      for index in part.indices {
        let value = part[index]
        if value.isNaN { continue }
        let group = Int(codes[index])
        counts[group] &+= 1
        sums[group] += value
      }
      return (counts: counts, sums: sums)
    }
    var counts = [Int](repeating: 0, count: groupCount)
    var sums = [Double](repeating: 0, count: groupCount)
    for part in parts {
      for group in 0..<groupCount {
        counts[group] += Int(part.counts[group])
        sums[group] += part.sums[group]
      }
    }
    self.counts = counts
    self.sums = sums
  }

  /// Sums of squared distances from the means of the groups.
  ///
  /// Nil where a square left the range of doubles or fell below it, so that distances have to be
  /// scaled.
  package func squares(of values: Span<Double>, codes: Span<UInt32>) -> [Double]? {
    let means = zip(sums, counts).map { $0 / Double($1) }
    let count = counts.count
    let size = Self.chunkSize(groupCount: count)
    let parts = ChunkRunner.parts(of: values, size: size) { part, start in
      let codes = codes.extracting(start..<start + part.count)
      // By group the sum of distances, zero but for rounding of the mean, and that of squares.
      var sums = [SIMD2<Double>](repeating: .zero, count: count)
      var least = Double.infinity
      for index in part.indices {
        let value = part[index]
        if value.isNaN { continue }
        let group = Int(codes[index])
        let distance = value - means[group]
        let square = distance * distance
        sums[group] += SIMD2(distance, square)
        least = distance == 0 ? least : min(least, square)
      }
      return (sums: sums, least: least)
    }
    guard parts.allSatisfy({ $0.least > 1e-250 }) else { return nil }
    var squares: [Double] = []
    squares.reserveCapacity(count)
    for group in 0..<count {
      var total = SIMD2<Double>.zero
      for part in parts { total += part.sums[group] }
      let corrected = total[1] - total[0] * total[0] / Double(max(1, counts[group]))
      guard corrected.isFinite || counts[group] == 0 else { return nil }
      squares.append(max(0, corrected))
    }
    return squares
  }

  /// A chunk has an array of its own with an element a group.
  private static func chunkSize(groupCount: Int) -> Int {
    max(ChunkRunner.chunkSize, 4 * groupCount)
  }
}
