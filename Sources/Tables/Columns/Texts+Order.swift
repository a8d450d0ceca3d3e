extension Texts {
  /// The places of the texts in the order of their Unicode scalars.
  ///
  /// Eight bytes at a time: texts that agree so far are sorted by their next eight.
  package var ascendingOrder: [Int] {
    var entries = indices.map { Entry(key: key(of: $0, at: 0), place: $0) }
    var open = [(range: 0..<entries.count, depth: 0)]
    while let (range, depth) = open.popLast() {
      // A text that ends here stands before those that go on with zero bytes.
      entries[range].sort {
        $0.key != $1.key
          ? $0.key < $1.key : self.range(at: $0.place).count < self.range(at: $1.place).count
      }
      var start = range.lowerBound
      while start < range.upperBound {
        var end = start + 1
        while end < range.upperBound, entries[end].key == entries[start].key { end += 1 }
        if end - start > 1 {
          let next = depth + 8
          let longer = (start..<end).first { self.range(at: entries[$0].place).count > next } ?? end
          for index in longer..<end { entries[index].key = key(of: entries[index].place, at: next) }
          if end - longer > 1 { open.append((longer..<end, next)) }
        }
        start = end
      }
    }
    return entries.map(\.place)
  }

  private struct Entry {
    var key: UInt64
    let place: Int
  }

  /// Eight bytes as one number, zeros behind the text's end.
  private func key(of place: Int, at depth: Int) -> UInt64 {
    let range = range(at: place)
    var key: UInt64 = 0
    for index in range.lowerBound + depth..<range.lowerBound + depth + 8 {
      key = key << 8 | (index < range.upperBound ? UInt64(bytes[index]) : 0)
    }
    return key
  }
}
