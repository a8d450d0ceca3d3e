import Kernels

/// The values of one column as small numbers that order as the values do, missing last.
struct GroupKeys: Sendable {
  let codes: [UInt32]
  /// More than any code; not every number below it need come.
  let bound: Int

  init(codes: [UInt32], bound: Int) {
    self.codes = codes
    self.bound = bound
  }

  /// One key for all rows.
  init(rowCount: Int) {
    self.init(codes: Array(repeating: 0, count: rowCount), bound: 1)
  }

  init(of column: Column) {
    switch column.data {
    case .category(let categories): self.init(categories)
    case .texts: self.init(column.categories)
    case .booleans(let values):
      let validity = column.validity
      let codes: [UInt32] = ChunkRunner.written(rows: values.count) { rows, codes in
        for row in rows {
          codes[row - rows.lowerBound] = validity?[row] ?? true ? values[row] ? 1 : 0 : 2
        }
      }
      self.init(codes: codes, bound: 3)
    case .integers(let values): self.init(wholes: values, validity: column.validity)
    case .instants(let values): self.init(wholes: values.ticks, validity: column.validity)
    case .doubles(let values):
      // NaN, which stands for missing, has the greatest key.
      let keys: [UInt64] = ChunkRunner.written(rows: values.count) { rows, keys in
        for row in rows { keys[row - rows.lowerBound] = SortKey.key(of: values[row]) }
      }
      self.init(keys)
    }
  }

  private init(_ categories: Categories) {
    let missing = UInt32(categories.levels.count)
    let codes =
      switch categories.codes.storage {
      case .uint8(let codes): Self.widened(codes, missing: missing)
      case .uint16(let codes): Self.widened(codes, missing: missing)
      case .uint32(let codes): Self.widened(codes, missing: missing)
      }
    self.init(codes: codes, bound: Int(missing) + 1)
  }

  private static func widened<Code: FixedWidthInteger & UnsignedInteger & Sendable>(
    _ codes: [Code],
    missing: UInt32
  ) -> [UInt32] {
    ChunkRunner.written(rows: codes.count) { rows, wide in
      for row in rows { wide[row - rows.lowerBound] = min(missing, UInt32(codes[row])) }
    }
  }

  private init(wholes values: PackedIntegers, validity: Validity?) {
    switch values.storage {
    case .int8(let values): self.init(numbers: values, validity: validity)
    case .int16(let values): self.init(numbers: values, validity: validity)
    case .int32(let values): self.init(numbers: values, validity: validity)
    case .int64(let values): self.init(numbers: values, validity: validity)
    }
  }

  /// Numbers are their own codes, from the least, while their range is no more than twice the rows.
  private init<Number: FixedWidthInteger & SignedInteger & Sendable>(
    numbers: [Number],
    validity: Validity?
  ) {
    let (low, high) = PackedIntegers.range(of: numbers)
    let range = UInt64(bitPattern: Int64(high) &- Int64(low))
    if range < max(1 << 16, 2 * UInt64(numbers.count)), range < UInt32.max - 1 {
      let missing = UInt32(range) + 1
      let codes: [UInt32] = ChunkRunner.written(rows: numbers.count) { rows, codes in
        for row in rows {
          codes[row - rows.lowerBound] = UInt32(truncatingIfNeeded: numbers[row] &- low)
        }
        validity?.forEachClear(in: rows) { codes[$0 - rows.lowerBound] = missing }
      }
      self.init(codes: codes, bound: Int(missing) + 1)
      return
    }
    let isWidest = range == .max
    let keys: [UInt64] = ChunkRunner.written(rows: numbers.count) { rows, keys in
      for row in rows {
        keys[row - rows.lowerBound] = UInt64(bitPattern: Int64(numbers[row]) &- Int64(low))
      }
      if !isWidest { validity?.forEachClear(in: rows) { keys[$0 - rows.lowerBound] = .max } }
    }
    guard isWidest, let validity else {
      self.init(keys)
      return
    }
    // No key is left for missing.
    let absence = numbers.indices.map { validity[$0] ? 0 : 1 as UInt32 }
    self = GroupKeys(codes: absence, bound: 2).combined(with: GroupKeys(keys))
  }

  /// `keys` order as the values do.
  private init(_ keys: [UInt64]) {
    let ordered = OrderedCodes(of: keys.span)
    self.init(codes: ordered.codes, bound: ordered.distinct.count)
  }

  /// The keys of both columns as one, these first.
  func combined(with other: GroupKeys) -> GroupKeys {
    let width = max(1, other.bound)
    let (product, overflow) = bound.multipliedReportingOverflow(by: width)
    guard overflow || product > max(1 << 16, 2 * codes.count) else {
      let narrow = UInt32(width)
      let codes: [UInt32] = ChunkRunner.written(rows: codes.count) { rows, both in
        for row in rows {
          both[row - rows.lowerBound] = self.codes[row] * narrow + other.codes[row]
        }
      }
      return GroupKeys(codes: codes, bound: product)
    }
    let keys: [UInt64] = ChunkRunner.written(rows: codes.count) { rows, both in
      for row in rows {
        both[row - rows.lowerBound] = UInt64(codes[row]) * UInt64(width) + UInt64(other.codes[row])
      }
    }
    return GroupKeys(keys)
  }
}
