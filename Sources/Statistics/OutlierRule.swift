import Kernels

/// From where on a value stands apart from the others.
package enum OutlierRule: Hashable, Sendable {
  /// k interquartile ranges beyond the quartiles (Tukey; usually 1.5).
  case iqr(k: Double)
  /// k standard deviations from the mean (usually 3).
  case zscore(k: Double)
  /// k deviations from the median, the deviation being the median absolute one scaled to the
  /// standard deviation of a normal distribution (Iglewicz and Hoaglin; usually 3.5).
  case mad(k: Double)

  /// 1 / Φ⁻¹(3/4).
  private static let normalScale = 1.482602218505602

  /// The greatest and smallest value that is no outlier; nil where the values have no spread by the
  /// rule's own measure, for then every other value would be one.
  ///
  /// `values`: NaN = missing.
  package func bounds(of values: [Double]) -> (lower: Double, upper: Double)? {
    let present = values.filter(\.isFinite)
    guard !present.isEmpty else { return nil }
    let centre: (lower: Double, upper: Double)
    let reach: Double
    switch self {
    case .iqr(let k):
      let quartiles = quantiles([0.25, 0.75], of: present)
      centre = (quartiles[0], quartiles[1])
      reach = k * (quartiles[1] - quartiles[0])
    case .zscore(let k):
      let moments = Moments(of: present)
      centre = (moments.mean, moments.mean)
      reach = k * moments.standardDeviation
    case .mad(let k):
      let middle = median(of: present)
      centre = (middle, middle)
      reach = k * Self.normalScale * median(of: present.map { abs($0 - middle) })
    }
    guard reach.isFinite, reach > 0 else { return nil }
    return (centre.lower - reach, centre.upper + reach)
  }

  /// The bounds and how many values lie beyond them; without bounds none does.
  package func outliers(of values: [Double]) -> Outliers {
    let bounds = bounds(of: values)
    return Outliers(
      lower: bounds?.lower,
      upper: bounds?.upper,
      below: bounds.map { bounds in values.count { $0 < bounds.lower } } ?? 0,
      above: bounds.map { bounds in values.count { $0 > bounds.upper } } ?? 0
    )
  }
}

/// What a rule finds in one column.
package struct Outliers: Hashable, Sendable, Codable {
  package var lower: Double?
  package var upper: Double?
  package var below: Int
  package var above: Int
}
