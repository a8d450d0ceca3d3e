/// The columns one scalar takes by itself: 0 for marks and format characters, 1 or 2; controls
/// take 0 here and are replaced before they are drawn.
func columnWidth(of scalar: Unicode.Scalar) -> Int {
  let value = scalar.value
  if value < 0x300 { return value < 0x20 || (value >= 0x7F && value < 0xA0) ? 0 : 1 }
  if WidthTable.holds(value, in: WidthTable.zero) { return 0 }
  if value < 0x1100 { return 1 }
  return WidthTable.holds(value, in: WidthTable.wide) ? 2 : 1
}

extension WidthTable {
  /// Whether one of the ranges, given as first and last in turn, holds the value.
  fileprivate static func holds(_ value: UInt32, in ranges: [UInt32]) -> Bool {
    var low = 0
    var high = ranges.count / 2
    while low < high {
      let middle = (low + high) / 2
      if value > ranges[2 * middle + 1] {
        low = middle + 1
      } else if value < ranges[2 * middle] {
        high = middle
      } else {
        return true
      }
    }
    return false
  }
}
