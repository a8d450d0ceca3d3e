private import Glibc
import Kernels

/// Intervals side by side: each holds its lower edge, the last one its upper edge too.
package struct Bins: Hashable, Sendable {
  /// Ascending, one more than there are bins.
  package let edges: [Double]

  package var count: Int { edges.count - 1 }

  /// Nil unless there are two edges or more, finite and ascending.
  package init?(edges: [Double]) {
    guard edges.count > 1, edges.allSatisfy(\.isFinite),
      zip(edges, edges.dropFirst()).allSatisfy({ $0 < $1 })
    else { return nil }
    self.edges = edges
  }

  /// So many bins of one width from the smallest value to the greatest; around a single value the
  /// bins reach half a unit to both sides.
  ///
  /// Fewer bins where doubles lie too far apart for so many. Nil without a value.
  ///
  /// `values`: NaN = missing.
  package init?(count: Int, of values: [Double]) {
    guard let (low, high) = Self.range(of: values) else { return nil }
    let count = Swift.min(Swift.max(1, count), 100_000)
    // Half a unit is nothing beside a number beyond 2^52.
    let reach = low == high ? Swift.max(0.5, low.ulp) : 0
    let start = Swift.max(low - reach, -.greatestFiniteMagnitude)
    let end = Swift.min(high + reach, .greatestFiniteMagnitude)
    let range = end - start
    var edges = [start]
    for place in 1..<Swift.max(2, count) where place < count {
      let share = Double(place) / Double(count)
      let edge =
        range.isFinite
        ? start + Double(place) * (range / Double(count)) : start * (1 - share) + end * share
      if edge > edges[edges.count - 1], edge < end { edges.append(edge) }
    }
    self.init(edges: edges + [end])
  }

  /// Bins as wide as Freedman and Diaconis say, with round edges.
  ///
  /// Whole numbers that span few values get a bin each, centred on the number. The width is
  /// 2·IQR·n^(−1/3), held so that the range has 5 to 60 bins, then rounded to 1, 2 or 5 times a
  /// power of ten. Nil without a value.
  ///
  /// `values`: NaN = missing.
  ///
  /// - Source: Freedman and Diaconis, *On the histogram as a density estimator* (1981).
  package init?(of values: [Double], fewest: Int = 5, most: Int = 60) {
    let present = values.onlyFinite
    guard let (low, high) = Self.range(of: present) else { return nil }
    let isWhole = high - low < 0x1p52 && present.allSatisfy { $0 == $0.rounded() }
    if isWhole, high - low < 30 {
      self.init(edges: (0...Int(high - low) + 1).map { low + Double($0) - 0.5 })
      return
    }
    guard high - low >= 1e-290, (high - low).isFinite else {
      self.init(count: low < high ? fewest : 1, of: present)
      return
    }
    let quartiles = quantiles([0.25, 0.75], of: present)
    let rule = 2 * (quartiles[1] - quartiles[0]) / cbrt(Double(present.count))
    let range = high - low
    let width = Swift.min(range / Double(fewest), Swift.max(range / Double(most), rule))
    var step = RoundStep(atLeast: width)
    if isWhole { step = step.whole }
    let first = (low / step.size).rounded(.down)
    // The greatest value stands inside the last bin, whose upper edge belongs to it.
    let last = Swift.max(first + 1, (high / step.size).rounded(.up))
    guard last - first <= 1_000 else {
      self.init(count: most, of: present)
      return
    }
    var edges = (0...Int(last - first)).map { step.multiple(first + Double($0)) }
    if edges[0] > low { edges.insert(step.multiple(first - 1), at: 0) }
    if edges[edges.count - 1] < high { edges.append(step.multiple(last + 1)) }
    guard let bins = Bins(edges: edges) else {
      self.init(count: most, of: present)
      return
    }
    self = bins
  }

  private static func range(of values: [Double]) -> (low: Double, high: Double)? {
    guard let (low, high) = extremes(of: values.span) else { return nil }
    if low.isFinite, high.isFinite { return (low, high) }
    let present = values.filter(\.isFinite)
    return extremes(of: present.span).map { ($0.least, $0.greatest) }
  }
}

extension Bins {
  /// The bin that holds a value; nil for a missing one and one outside all bins.
  package func place(of value: Double) -> Int? {
    guard value >= edges[0], value <= edges[count] else { return nil }
    // A first guess by width, then the edges decide.
    let share = (value - edges[0]) / (edges[count] - edges[0])
    var place = share.isFinite ? Swift.min(count - 1, Swift.max(0, Int(share * Double(count)))) : 0
    while place > 0, value < edges[place] { place -= 1 }
    while place < count - 1, value >= edges[place + 1] { place += 1 }
    return place
  }

  /// How many values each bin holds.
  package func counts(of values: [Double]) -> [Int] {
    let parts = ChunkRunner.parts(of: values.span) { counts(ofPart: $0) }
    return parts.reduce(into: [Int](repeating: 0, count: count)) { total, part in
      for place in part.indices { total[place] += part[place] }
    }
  }

  /// A first guess by width, corrected by the edges.
  private func counts(ofPart values: Span<Double>) -> [Int] {
    var counts = [Int](repeating: 0, count: count)
    let edges = edges
    let last = count - 1
    let (start, end) = (edges[0], edges[last + 1])
    let scale = Double(last + 1) / (end - start)
    guard scale.isFinite, scale > 0 else {
      for index in values.indices {
        if let place = place(of: values[index]) { counts[place] += 1 }
      }
      return counts
    }
    for index in values.indices {
      let value = values[index]
      guard value >= start, value <= end else { continue }
      var place = Swift.min(last, Int((value - start) * scale))
      while place > 0, value < edges[place] { place -= 1 }
      while place < last, value >= edges[place + 1] { place += 1 }
      counts[place] += 1
    }
    return counts
  }

  /// The same for each group apart; a row without a group (nil) is in none.
  package func counts(
    of values: [Double],
    groups: [Int?],
    groupCount: Int
  ) -> [[Int]] {
    var counts = [[Int]](repeating: [Int](repeating: 0, count: count), count: groupCount)
    for (value, group) in zip(values, groups) {
      if let group, let place = place(of: value) { counts[group][place] += 1 }
    }
    return counts
  }
}
