import Kernels

/// The figures of some numbers; nil where a figure is undefined.
///
/// Quartiles by linear interpolation (type 7), standard deviation with n - 1, skewness G1 and excess
/// kurtosis G2 corrected for bias; a column without spread has neither.
package struct NumberSummary: Hashable, Sendable, Codable {
  /// Values that are there.
  package var count: Int
  package var missing: Int
  /// Missing left out.
  package var distinct: Int
  package var mean: Double?
  package var sd: Double?
  package var min: Double?
  package var q1: Double?
  package var median: Double?
  package var q3: Double?
  package var max: Double?
  package var skewness: Double?
  package var kurtosis: Double?

  /// - Parameter values: NaN = missing.
  package init(of values: [Double]) {
    let present = values.filter { !$0.isNaN }
    let moments = Moments(of: present)
    let quartiles = quantiles([0.25, 0.5, 0.75], of: present)
    func defined(_ value: Double) -> Double? { value.isFinite ? value : nil }
    count = present.count
    missing = values.count - present.count
    distinct = distinctCount(of: present)
    mean = defined(moments.mean)
    sd = defined(moments.standardDeviation)
    min = defined(moments.minimum)
    q1 = defined(quartiles[0])
    median = defined(quartiles[1])
    q3 = defined(quartiles[2])
    max = defined(moments.maximum)
    skewness = defined(moments.skewness)
    kurtosis = defined(moments.kurtosis)
  }
}

/// How many different numbers there are; none is NaN.
package func distinctCount(of values: [Double]) -> Int {
  let sorted = ascending(values)
  guard !sorted.isEmpty else { return 0 }
  return 1 + zip(sorted, sorted.dropFirst()).count { $0 != $1 }
}
