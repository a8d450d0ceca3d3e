import Diagnostics
import Language

extension GroupOrder {
  /// Each row's value `distance` rows earlier in its group; later where it is negative.
  func shifted(_ column: Column, by distance: Int) -> Column {
    var places = [Int](repeating: -1, count: rowCount)
    for group in 0..<groupCount {
      let (start, end) = (starts[group], starts[group + 1])
      for place in start..<end where place - distance >= start && place - distance < end {
        places[arranged[place]] = arranged[place - distance]
      }
    }
    return column.gathered(at: places)
  }

  /// From 1 in each group; equal values share the mean of their places, a missing one has none.
  func ranks(of column: Column) -> Column {
    let keys = column.doubles ?? column.categories.codes.map { Double($0) }
    let sorted = ordered(by: column)
    var ranks = [Double](repeating: .nan, count: rowCount)
    for group in 0..<groupCount {
      let begin = starts[group]
      var start = begin
      while start < starts[group + 1], !column.isMissing(at: sorted[start]) {
        var end = start + 1
        while end < starts[group + 1], keys[sorted[end]] == keys[sorted[start]] { end += 1 }
        let rank = Double(start + end + 1) / 2 - Double(begin)
        for place in start..<end { ranks[sorted[place]] = rank }
        start = end
      }
    }
    return Column(column.name, doubles: ranks)
  }

  /// Sums or means of the values so far; missing where the value is.
  func running(_ function: Function, of column: Column) throws(Diagnostic) -> Column {
    let values = try column.numbers()
    let isMean = function == .cummean
    var results = [Double](repeating: .nan, count: rowCount)
    var largest = 0.0
    for group in 0..<groupCount {
      var sum = 0.0
      var count = 0.0
      for place in starts[group]..<starts[group + 1] {
        let value = values[arranged[place]]
        if value.isNaN { continue }
        sum += value
        count += 1
        largest = Swift.max(largest, abs(sum))
        results[arranged[place]] = isMean ? sum / count : sum
      }
    }
    guard !isMean, column.isWhole || column.kind == .boolean else {
      return Column(column.name, doubles: results)
    }
    guard largest >= 0x1p53 else {
      return Column(column.name, integers: results.map { $0.isNaN ? nil : Int64($0) })
    }
    return wholeSums(of: column) ?? Column(column.name, doubles: results)
  }

  /// Exact where doubles aren't; nil when a sum is too large for a whole number.
  private func wholeSums(of column: Column) -> Column? {
    var sums = [Int64?](repeating: nil, count: rowCount)
    for group in 0..<groupCount {
      var sum: Int64 = 0
      for place in starts[group]..<starts[group + 1] {
        let row = arranged[place]
        if column.isMissing(at: row) { continue }
        guard case .integer(let value) = column.value(at: row) else { return nil }
        let (next, isOverflow) = sum.addingReportingOverflow(value)
        if isOverflow { return nil }
        sum = next
        sums[row] = sum
      }
    }
    return Column(column.name, integers: sums)
  }
}
