/// Values by group, each group's side by side in their order; NaN is left out.
package struct GroupedNumbers: Sendable {
  package let values: [Double]
  /// Where each group begins, and the end.
  package let starts: [Int]

  /// - Parameter codes: the group of each value, below `groupCount`.
  package init(_ values: Span<Double>, codes: Span<UInt32>, groupCount: Int) {
    precondition(values.count == codes.count, "a group for each value")
    let size = max(ChunkRunner.chunkSize, 4 * groupCount)
    let counts = ChunkRunner.parts(of: values, size: size) { part, start in
      let codes = codes.extracting(start..<start + part.count)
      var counts = [UInt32](repeating: 0, count: groupCount)
      for index in part.indices { counts[Int(codes[index])] &+= part[index].isNaN ? 0 : 1 }
      return counts
    }
    var starts: [Int] = []
    starts.reserveCapacity(groupCount + 1)
    var places = counts
    var next = 0
    for group in 0..<groupCount {
      starts.append(next)
      for chunk in counts.indices {
        places[chunk][group] = UInt32(truncatingIfNeeded: next)
        next += Int(counts[chunk][group])
      }
    }
    starts.append(next)
    self.starts = starts
    let firsts = places
    self.values = unsafe [Double](unsafeUninitializedCapacity: next) { buffer, initialized in
      let address = UInt(bitPattern: buffer.baseAddress)
      _ = ChunkRunner.parts(of: values, size: size) { part, start in
        guard let buffer = unsafe UnsafeMutablePointer<Double>(bitPattern: address) else { return }
        let codes = codes.extracting(start..<start + part.count)
        var next = firsts[start / size]
        for index in part.indices where !part[index].isNaN {
          let group = Int(codes[index])
          // Safe: each place was counted for one value, and the buffer has as many places.
          unsafe (buffer + Int(next[group])).initialize(to: part[index])
          next[group] &+= 1
        }
      }
      initialized = next
    }
  }

  /// What `body` says of each group; it may change the order of the values that it is given.
  package func each(_ body: @Sendable (inout MutableSpan<Double>) -> Double) -> [Double] {
    // Neighbouring groups together, until they are enough work for a chunk.
    var cuts = [0]
    for group in 1..<max(1, starts.count)
    where starts[group] - starts[cuts[cuts.count - 1]] >= ChunkRunner.chunkSize
      || group == starts.count - 1
    {
      cuts.append(group)
    }
    let ends = cuts
    let parts = ChunkRunner.results(ends.count - 1) { part in
      let first = starts[ends[part]]
      var copy = Array(values[first..<starts[ends[part + 1]]])
      var figures: [Double] = []
      unsafe copy.withUnsafeMutableBufferPointer { copy in
        for group in ends[part]..<ends[part + 1] {
          // Safe: the group's range lies within the part's, which the copy holds.
          let range = starts[group] - first..<starts[group + 1] - first
          var own = unsafe MutableSpan(_unsafeElements: copy.extracting(range))
          figures.append(body(&own))
        }
      }
      return figures
    }
    return parts.reduce(into: []) { $0 += $1 }
  }

  /// The quantile of each group, NaN where it has no value.
  package func quantiles(_ probability: Double) -> [Double] {
    each { quantile(probability, reordering: &$0) }
  }
}
