/// How often each of some neighbouring whole numbers comes: all there is to know of numbers of a
/// small range.
package struct WholeCounts: Sendable, Hashable {
  package let least: Int64
  /// Of `least`, the number behind it, and so on.
  package let counts: [Int]
  package let total: Int

  package init(from least: Int64, counts: [Int]) {
    self.least = least
    self.counts = counts
    total = counts.reduce(0, +)
  }

  package var distinctCount: Int { counts.count { $0 > 0 } }

  /// The numbers that come, ascending.
  package var present: [(number: Int64, count: Int)] {
    counts.indices.lazy.filter { counts[$0] > 0 }.map { (least + Int64($0), counts[$0]) }
  }

  package var moments: Moments {
    guard let first = counts.firstIndex(where: { $0 > 0 }),
      let last = counts.lastIndex(where: { $0 > 0 })
    else { return Moments(of: []) }
    // The distances from the least are added exactly.
    let sum = counts.indices.reduce(0) { $0 + $1 * counts[$1] }
    let centre = Double(sum) / Double(total)
    var powers = (0.0, 0.0, 0.0, 0.0)
    for place in first...last where counts[place] > 0 {
      let distance = Double(place) - centre
      let square = distance * distance
      let weight = Double(counts[place])
      powers.0 += weight * distance
      powers.1 += weight * square
      powers.2 += weight * square * distance
      powers.3 += weight * square * square
    }
    return Moments(
      count: total,
      mean: Double(least) + centre,
      minimum: Double(least + Int64(first)),
      maximum: Double(least + Int64(last)),
      powers: first == last ? (0, 0, 0) : (powers.1, powers.2, powers.3)
    )
  }

  /// As `quantiles` of the numbers one by one.
  package func quantiles(_ probabilities: [Double]) -> [Double] {
    guard total > 0 else { return probabilities.map { _ in .nan } }
    let ends = counts.reduce(into: [Int]()) { $0.append(($0.last ?? 0) + $1) }
    func number(at place: Int) -> Double {
      Double(least + Int64(ends.firstIndex { $0 > place } ?? 0))
    }
    return probabilities.map { probability in
      guard !probability.isNaN else { return .nan }
      let place = Double(total - 1) * min(1, max(0, probability))
      let lower = Int(place)
      return interpolated(
        number(at: lower),
        number(at: min(lower + 1, total - 1)),
        share: place - Double(lower)
      )
    }
  }
}
