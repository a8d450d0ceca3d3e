package import Kernels

extension PackedIntegers {
  /// How often each number comes in the rows that `validity` doesn't leave out; nil where the
  /// numbers span more than 2^16.
  package func counts(validity: Validity?) -> WholeCounts? {
    switch storage {
    case .int8(let values): Self.counts(of: values, validity: validity)
    case .int16(let values): Self.counts(of: values, validity: validity)
    case .int32(let values): Self.counts(of: values, validity: validity)
    case .int64(let values): Self.counts(of: values, validity: validity)
    }
  }

  private static func counts<Number: FixedWidthInteger & SignedInteger & Sendable>(
    of values: [Number],
    validity: Validity?
  ) -> WholeCounts? {
    let (low, high) = range(of: values)
    let range = UInt64(bitPattern: Int64(high) &- Int64(low))
    guard range < 1 << 16 else { return nil }
    let parts = ChunkRunner.parts(of: values.span) { values in
      var counts = [Int32](repeating: 0, count: Int(range) + 1)
      for index in values.indices {
        counts[Int(truncatingIfNeeded: Int64(values[index]) &- Int64(low))] &+= 1
      }
      return counts
    }
    var counts = [Int](repeating: 0, count: Int(range) + 1)
    for part in parts {
      for place in counts.indices { counts[place] += Int(part[place]) }
    }
    // A missing row holds 0.
    if let validity, validity.count > 0 {
      counts[Int(-Int64(low))] -= validity.count - validity.setCount
    }
    return WholeCounts(from: Int64(low), counts: counts)
  }

  /// The least and the greatest of all rows; 0 without rows.
  static func range<Number: FixedWidthInteger & Sendable>(
    of numbers: [Number]
  ) -> (low: Number, high: Number) {
    guard let first = numbers.first else { return (0, 0) }
    let parts = ChunkRunner.parts(of: numbers.span) { numbers in
      var low = numbers[0]
      var high = numbers[0]
      for index in numbers.indices {
        low = Swift.min(low, numbers[index])
        high = Swift.max(high, numbers[index])
      }
      return (low, high)
    }
    return parts.reduce((first, first)) { (Swift.min($0.0, $1.0), Swift.max($0.1, $1.1)) }
  }
}
