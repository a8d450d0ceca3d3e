extension SortedKeys {
  /// The rank of each row, from 1; equal keys share the mean of their ranks.
  package var meanRanks: [Double] {
    unsafe [Double](unsafeUninitializedCapacity: items.count) { ranks, initialized in
      let address = UInt(bitPattern: ranks.baseAddress)
      _ = ChunkRunner.results(starts.count - 1) { bucket in
        guard let ranks = unsafe UnsafeMutablePointer<Double>(bitPattern: address) else { return }
        var start = starts[bucket]
        while start < starts[bucket + 1] {
          let key = items[start].key
          var end = start + 1
          while end < starts[bucket + 1], items[end].key == key { end += 1 }
          let rank = Double(start + end + 1) / 2
          for place in start..<end {
            // Safe: each row stands in one item, and the buffer has an element a row.
            unsafe (ranks + Int(items[place].row)).initialize(to: rank)
          }
          start = end
        }
      }
      initialized = items.count
    }
  }
}
