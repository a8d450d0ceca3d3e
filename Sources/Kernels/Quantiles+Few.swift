/// The quantile of a few values, whose order is changed; NaN when there are none.
func quantile(_ probability: Double, reordering values: inout MutableSpan<Double>) -> Double {
  let count = values.count
  guard count > 0 else { return .nan }
  guard count < 1 << 15 else { return quantiles([probability], of: values.span)[0] }
  let place = Double(count - 1) * min(1, max(0, probability))
  let lower = Int(place)
  let low = select(lower, of: &values)
  guard place > Double(lower) else { return low + 0.0 }
  // What stands behind a selected place is no less.
  var high = values[lower + 1]
  for index in lower + 1..<count { high = min(high, values[index]) }
  return interpolated(low, high, share: place - Double(lower)) + 0.0
}

/// Puts the value of a place of the sorted order there, no greater ones before, no smaller behind.
///
/// - Source: Hoare, *Algorithm 65: Find* (1961), with the middle of three as the pivot.
private func select(_ place: Int, of values: inout MutableSpan<Double>) -> Double {
  var low = 0
  var high = values.count - 1
  while high - low > 12 {
    let middle = low + (high - low) / 2
    let (a, b, c) = (values[low], values[middle], values[high])
    let pivot = max(min(a, b), min(max(a, b), c))
    var left = low
    var right = high
    while left <= right {
      while values[left] < pivot { left += 1 }
      while values[right] > pivot { right -= 1 }
      if left <= right {
        values.swapAt(left, right)
        left += 1
        right -= 1
      }
    }
    if place <= right {
      high = right
    } else if place >= left {
      low = left
    } else {
      return values[place]
    }
  }
  guard low < high else { return values[place] }
  for end in low + 1...high {
    let value = values[end]
    var hole = end
    while hole > low, values[hole - 1] > value {
      values[hole] = values[hole - 1]
      hole -= 1
    }
    values[hole] = value
  }
  return values[place]
}
