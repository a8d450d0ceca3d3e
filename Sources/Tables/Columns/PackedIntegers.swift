/// Whole numbers at the smallest width that holds them all.
///
/// The width follows from the numbers, so equal numbers are equal storage.
package struct PackedIntegers: Sendable, Hashable {
  package enum Storage: Sendable, Hashable {
    case int8([Int8])
    case int16([Int16])
    case int32([Int32])
    case int64([Int64])
  }

  package let storage: Storage

  /// - Complexity: O(n): looks for the least and the greatest.
  package init<Number: FixedWidthInteger & SignedInteger & Sendable>(_ numbers: [Number]) {
    var least: Number = 0
    var greatest: Number = 0
    for number in numbers {
      least = Swift.min(least, number)
      greatest = Swift.max(greatest, number)
    }
    self.init(numbers, within: Int64(least)...Int64(greatest))
  }

  /// - Parameter bounds: the least and the greatest number, 0 included; wider ones would give
  ///   another storage for the same numbers.
  package init<Number: FixedWidthInteger & SignedInteger & Sendable>(
    _ numbers: [Number],
    within bounds: ClosedRange<Int64>
  ) {
    storage =
      switch Self.width(of: bounds) {
      case 8: .int8(Self.converted(numbers))
      case 16: .int16(Self.converted(numbers))
      case 32: .int32(Self.converted(numbers))
      default: .int64(Self.converted(numbers))
      }
  }

  /// Bits of the smallest width that holds a range.
  package static func width(of bounds: ClosedRange<Int64>) -> Int {
    for (width, holds) in [
      (8, Int64(Int8.min)...Int64(Int8.max)), (16, Int64(Int16.min)...Int64(Int16.max)),
      (32, Int64(Int32.min)...Int64(Int32.max)),
    ] where holds.contains(bounds.lowerBound) && holds.contains(bounds.upperBound) {
      return width
    }
    return 64
  }

  private static func converted<From: FixedWidthInteger & Sendable, To: FixedWidthInteger>(
    _ numbers: [From]
  ) -> [To] {
    if let same = numbers as? [To] { return same }
    return numbers.map { To(truncatingIfNeeded: $0) }
  }

  /// The numbers at full width.
  package var array: [Int64] {
    switch storage {
    case .int8(let values): values.map(Int64.init)
    case .int16(let values): values.map(Int64.init)
    case .int32(let values): values.map(Int64.init)
    case .int64(let values): values
    }
  }

  package func rows(at indices: [Int]) -> PackedIntegers {
    switch storage {
    case .int8(let values): PackedIntegers(indices.map { values[$0] })
    case .int16(let values): PackedIntegers(indices.map { values[$0] })
    case .int32(let values): PackedIntegers(indices.map { values[$0] })
    case .int64(let values): PackedIntegers(indices.map { values[$0] })
    }
  }

  /// As doubles, times a factor; NaN where `validity` is clear.
  package func doubles(times factor: Double = 1, validity: Validity?) -> [Double] {
    var doubles =
      switch storage {
      case .int8(let values): values.map { Double($0) * factor }
      case .int16(let values): values.map { Double($0) * factor }
      case .int32(let values): values.map { Double($0) * factor }
      case .int64(let values): values.map { Double($0) * factor }
      }
    validity?.forEachClear { doubles[$0] = .nan }
    return doubles
  }
}

extension PackedIntegers: RandomAccessCollection {
  package var startIndex: Int { 0 }

  package var endIndex: Int {
    switch storage {
    case .int8(let values): values.count
    case .int16(let values): values.count
    case .int32(let values): values.count
    case .int64(let values): values.count
    }
  }

  package subscript(row: Int) -> Int64 {
    switch storage {
    case .int8(let values): Int64(values[row])
    case .int16(let values): Int64(values[row])
    case .int32(let values): Int64(values[row])
    case .int64(let values): values[row]
    }
  }
}
