import Kernels

/// The values of one column as small numbers that order as the values do, missing last.
struct GroupKeys {
  var codes: [UInt32]
  /// More than any code; not every number below it need come.
  var bound: Int

  /// Whole numbers are their own codes up to so many different ones.
  private static let widestRange: UInt64 = 1 << 16

  /// One key for all rows.
  init(rowCount: Int) {
    self.init(codes: Array(repeating: 0, count: rowCount), bound: 1)
  }

  init(of column: Column) {
    switch column.data {
    case .category(let categories): self.init(categories)
    case .texts: self.init(column.categories)
    case .booleans(let values):
      let codes = values.indices.map { row -> UInt32 in
        column.isMissing(at: row) ? 2 : values[row] ? 1 : 0
      }
      self.init(codes: codes, bound: 3)
    case .integers(let values): self.init(wholes: values.array, validity: column.validity)
    case .instants(let values): self.init(wholes: values.ticks.array, validity: column.validity)
    case .doubles(let values):
      self.init(
        keys: values.map { SortKey.key(of: $0) },
        validity: column.validity
      )
    }
  }

  private init(_ categories: Categories) {
    let missing = UInt32(categories.levels.count)
    self.init(codes: categories.codes.map { Swift.min($0, missing) }, bound: Int(missing) + 1)
  }

  private init(wholes values: [Int64], validity: Validity?) {
    var low = Int64.max
    var high = Int64.min
    for row in values.indices where validity?[row] ?? true {
      low = Swift.min(low, values[row])
      high = Swift.max(high, values[row])
    }
    let range = low <= high ? UInt64(bitPattern: high &- low) : 0
    guard range < Self.widestRange else {
      self.init(keys: values.map { UInt64(bitPattern: $0) ^ 1 << 63 }, validity: validity)
      return
    }
    let missing = UInt32(range) + 1
    let codes = values.indices.map { row in
      validity?[row] ?? true ? UInt32(truncatingIfNeeded: values[row] &- low) : missing
    }
    self.init(codes: codes, bound: Int(missing) + 1)
  }

  /// `keys` order as the values; those of missing rows don't count.
  private init(keys: [UInt64], validity: Validity?) {
    guard let validity else {
      let ordered = OrderedCodes(of: keys)
      self.init(codes: ordered.codes, bound: ordered.distinct.count)
      return
    }
    let ordered = OrderedCodes(of: keys.indices.lazy.filter { validity[$0] }.map { keys[$0] })
    let missing = UInt32(ordered.distinct.count)
    var codes = [UInt32](repeating: missing, count: keys.count)
    var next = 0
    for row in keys.indices where validity[row] {
      codes[row] = ordered.codes[next]
      next += 1
    }
    self.init(codes: codes, bound: Int(missing) + 1)
  }

  init(codes: [UInt32], bound: Int) {
    self.codes = codes
    self.bound = bound
  }

  /// The keys of both columns as one, these first.
  func combined(with other: GroupKeys) -> GroupKeys {
    let width = UInt64(Swift.max(1, other.bound))
    guard bound <= (1 << 22) / Int(width) else {
      let keys = codes.indices.map { UInt64(codes[$0]) * width + UInt64(other.codes[$0]) }
      let ordered = OrderedCodes(of: keys)
      return GroupKeys(codes: ordered.codes, bound: ordered.distinct.count)
    }
    let narrow = UInt32(width)
    return GroupKeys(
      codes: codes.indices.map { codes[$0] * narrow + other.codes[$0] },
      bound: bound * Int(width)
    )
  }

  /// Codes from 0 without gaps.
  func compacted() -> GroupKeys {
    var places = [UInt32](repeating: 0, count: bound)
    for code in codes { places[Int(code)] = 1 }
    var next: UInt32 = 0
    for code in places.indices where places[code] == 1 {
      places[code] = next
      next += 1
    }
    guard Int(next) < bound else { return self }
    return GroupKeys(codes: codes.map { places[Int($0)] }, bound: Int(next))
  }
}
