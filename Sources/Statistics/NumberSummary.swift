import Kernels
package import Tables

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
    let present = values.withoutNaN
    self.init(
      moments: Moments(of: present),
      quartiles: quantiles(Self.shares, of: present),
      distinct: distinctCount(of: present),
      missing: values.count - present.count
    )
  }

  /// Of a number column; whole numbers of a small range are counted, not sorted out.
  package init(of column: Column) {
    if case .integers(let values) = column.data,
      let counts = values.counts(validity: column.validity)
    {
      self.init(
        moments: counts.moments,
        quartiles: counts.quantiles(Self.shares),
        distinct: counts.distinctCount,
        missing: column.missingCount
      )
    } else {
      self.init(of: column.doubles ?? [])
    }
  }

  private static let shares = [0.25, 0.5, 0.75]

  private init(moments: Moments, quartiles: [Double], distinct: Int, missing: Int) {
    func defined(_ value: Double) -> Double? { value.isFinite ? value : nil }
    count = moments.count
    self.missing = missing
    self.distinct = distinct
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
