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
    let present = values.onlyFinite
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
    guard let (lower, upper) = bounds(of: values) else {
      return Outliers(lower: nil, upper: nil, below: 0, above: 0)
    }
    let beyond = ChunkRunner.parts(of: values.span) { part in
      var (below, above) = (0, 0)
      for index in part.indices {
        below &+= part[index] < lower ? 1 : 0
        above &+= part[index] > upper ? 1 : 0
      }
      return (below: below, above: above)
    }
    return Outliers(
      lower: lower,
      upper: upper,
      below: beyond.reduce(0) { $0 + $1.below },
      above: beyond.reduce(0) { $0 + $1.above }
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
