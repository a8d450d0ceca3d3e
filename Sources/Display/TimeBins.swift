import Language
import Statistics

/// Intervals of time that begin where a calendar's do (UTC).
enum TimeBins {
  private enum Step {
    case microseconds(Int64)
    case months(Int)
  }

  private static let second: Int64 = 1_000_000
  private static let steps: [Step] =
    [1, 10, 60, 600, 3600, 21_600, 86_400, 604_800].map { .microseconds($0 * second) }
    + [1, 3, 12, 60, 120, 600, 1200].map { .months($0) }

  /// The finest that are no more than this; fewer where the next finer would be more.
  private static let mostBins = 40

  /// Nil without a value, for a single moment, and outside of the years 1 to 9999.
  ///
  /// Values are microseconds since 1970, NaN = missing.
  static func bins(of values: [Double]) -> Bins? {
    let finite = values.lazy.filter(\.isFinite)
    guard let least = finite.min(), let most = finite.max(), least < most else { return nil }
    let low = Instant(microseconds: Instant.clamping(least))
    let high = Instant(microseconds: Instant.clamping(most))
    guard (1...9000).contains(low.fields.year), (1...9000).contains(high.fields.year) else {
      return nil
    }
    for step in steps {
      if let edges = edges(step, from: low, to: high) { return Bins(edges: edges) }
    }
    return nil
  }

  private static func edges(_ step: Step, from low: Instant, to high: Instant) -> [Double]? {
    var edges: [Double] = []
    switch step {
    case .microseconds(let length):
      guard (high.microseconds - low.microseconds) / length < mostBins else { return nil }
      // Weeks begin on Monday; 1970 began on a Thursday.
      let shift = length == 604_800 * second ? 3 * Instant.microsecondsPerDay : 0
      var rest = (low.microseconds + shift) % length
      if rest < 0 { rest += length }
      var edge = low.microseconds - rest
      while edge <= high.microseconds {
        edges.append(Double(edge))
        edge += length
      }
      edges.append(Double(edge))
    case .months(let length):
      let start = low.fields
      var month = (start.year * 12 + start.month - 1) / length * length
      while edges.last.map({ $0 <= Double(high.microseconds) }) ?? true {
        guard edges.count <= mostBins + 1 else { return nil }
        let year = max(1, month / 12)
        guard let edge = Instant(.init(year: year, month: month % 12 + 1, day: 1)) else {
          return nil
        }
        edges.append(Double(edge.microseconds))
        month += length
      }
    }
    return edges.count <= mostBins + 2 ? edges : nil
  }
}
