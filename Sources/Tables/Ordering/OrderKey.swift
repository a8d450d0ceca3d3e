import Kernels
import Language

/// A column that rows are sorted by: numbers and datetimes by size, no before yes, texts by Unicode
/// scalar.
package struct OrderKey: Sendable {
  package var column: Column
  package var isDescending: Bool

  package init(_ column: Column, isDescending: Bool = false) {
    self.column = column
    self.isDescending = isDescending
  }
}

extension OrderKey {
  /// The places of rows in the order of the keys, the first one first. Missing values come last
  /// either way; rows that are equal in all keys keep their order.
  package static func rows(by keys: [OrderKey], rowCount: Int) -> [Int] {
    var rows = Array(0..<rowCount)
    // Stable sorts, the last key first.
    for digits in keys.reversed().flatMap(\.digits) {
      let order = ascendingOrder(of: rows.map { digits[$0] })
      rows = order.map { rows[$0] }
    }
    return rows
  }

  /// From here on a double doesn't hold every whole number.
  private static let exactLimit = 0x1p53

  /// Ascending in the order wanted, NaN where missing; the last is the most significant. More than
  /// one where doubles don't tell all values apart.
  private var digits: [[Double]] {
    let sign = isDescending ? -1.0 : 1.0
    guard let values = column.doubles else {
      let codes = column.categories.codes
      return [codes.map { $0 == Categories.missingCode ? .nan : sign * Double($0) }]
    }
    let isExact = values.allSatisfy { !(abs($0) >= Self.exactLimit) }
    guard !isExact, column.isWhole || column.kind == .datetime else {
      return [isDescending ? values.map { -$0 } : values]
    }
    var low: [Double] = []
    var high: [Double] = []
    for row in 0..<column.count {
      let whole: Int64
      switch column.value(at: row) {
      case .integer(let value): whole = value
      case .datetime(let instant): whole = instant.microseconds
      case .number(let value):
        guard let value = Int64(exactly: value) else { return [values.map { sign * $0 }] }
        whole = value
      default:
        low.append(.nan)
        high.append(.nan)
        continue
      }
      low.append(sign * Double(whole & 0xFFFF_FFFF))
      high.append(sign * Double(whole >> 32))
    }
    return [low, high]
  }
}
