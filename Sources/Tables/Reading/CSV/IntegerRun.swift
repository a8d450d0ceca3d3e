/// Whole numbers one behind the other, at the smallest width that holds those so far.
struct IntegerRun: Sendable {
  private var int8: [Int8] = []
  private var int16: [Int16] = []
  private var int32: [Int32] = []
  private var int64: [Int64] = []
  private var width = 8
  private var least: Int64 = 0
  private var greatest: Int64 = 0
  private(set) var count = 0

  var byteCount: Int { count * width / 8 }

  mutating func append(_ values: ArraySlice<Int64>) {
    var (low, high) = (least, greatest)
    for value in values {
      low = min(low, value)
      high = max(high, value)
    }
    (least, greatest) = (low, high)
    widen(to: PackedIntegers.width(of: least...greatest))
    count += values.count
    switch width {
    case 8: Self.append(values, to: &int8)
    case 16: Self.append(values, to: &int16)
    case 32: Self.append(values, to: &int32)
    default: int64.append(contentsOf: values)
    }
  }

  mutating func append(repeating value: Int64, count: Int) {
    append([Int64](repeating: value, count: count)[...])
  }

  @inline(__always)
  private static func append<Narrow: FixedWidthInteger>(
    _ values: ArraySlice<Int64>,
    to all: inout [Narrow]
  ) {
    all.append(
      contentsOf: unsafe [Narrow](unsafeUninitializedCapacity: values.count) { output, count in
        // One place for each value.
        for (place, value) in values.enumerated() {
          unsafe output[place] = Narrow(truncatingIfNeeded: value)
        }
        count = values.count
      }
    )
  }

  private mutating func widen(to wanted: Int) {
    guard wanted > width else { return }
    let room = max(int8.capacity, int16.capacity, int32.capacity)
    switch (width, wanted) {
    case (8, 16): int16 = Self.widened(int8, room)
    case (8, 32): int32 = Self.widened(int8, room)
    case (8, _): int64 = Self.widened(int8, room)
    case (16, 32): int32 = Self.widened(int16, room)
    case (16, _): int64 = Self.widened(int16, room)
    default: int64 = Self.widened(int32, room)
    }
    if width == 8 { int8 = [] }
    if width == 16 { int16 = [] }
    if width == 32 { int32 = [] }
    width = wanted
  }

  private static func widened<From: FixedWidthInteger, To: FixedWidthInteger>(
    _ values: [From],
    _ room: Int
  ) -> [To] {
    var wide: [To] = []
    wide.reserveCapacity(room)
    for value in values { wide.append(To(truncatingIfNeeded: value)) }
    return wide
  }

  mutating func reserve(_ capacity: Int) {
    switch width {
    case 8: int8.reserveCapacity(capacity)
    case 16: int16.reserveCapacity(capacity)
    case 32:
      int32.reserveCapacity(capacity)
      HugePages.advise(&int32)
    default:
      int64.reserveCapacity(capacity)
      HugePages.advise(&int64)
    }
  }

  var packed: PackedIntegers {
    let bounds = least...greatest
    return switch width {
    case 8: PackedIntegers(int8, within: bounds)
    case 16: PackedIntegers(int16, within: bounds)
    case 32: PackedIntegers(int32, within: bounds)
    default: PackedIntegers(int64, within: bounds)
    }
  }
}
