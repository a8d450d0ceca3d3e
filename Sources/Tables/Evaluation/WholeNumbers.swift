/// Whole numbers, some rows of which have become doubles because they left Int64.
///
/// Each row is on its own in this: a neighbour's overflow doesn't change how a row is computed.
struct WholeNumbers {
  var values: Rows<Int64>
  var validity: Validity?
  /// The rows that are doubles by now.
  var overflow: [Int: Double] = [:]

  func isMissing(at row: Int) -> Bool { validity.map { !$0[row] } ?? false }

  /// NaN where missing.
  func double(at row: Int) -> Double {
    if isMissing(at: row) { return .nan }
    return overflow.isEmpty ? Double(values[row]) : overflow[row] ?? Double(values[row])
  }
}
