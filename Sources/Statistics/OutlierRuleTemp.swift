import Kernels
package enum OutlierRule: Hashable, Sendable {
  case iqr(k: Double), zscore(k: Double), mad(k: Double)
  package func bounds(of values: [Double]) -> (lower: Double, upper: Double)? {
    guard !values.isEmpty else { return nil }
    switch self {
    case .iqr(let k):
      let q = quantiles([0.25, 0.75], of: values)
      return (q[0] - k * (q[1] - q[0]), q[1] + k * (q[1] - q[0]))
    case .zscore(let k):
      let m = Moments(of: values)
      return (m.mean - k * m.standardDeviation, m.mean + k * m.standardDeviation)
    case .mad(let k):
      let c = median(of: values)
      let d = median(of: values.map { abs($0 - c) }) * 1.4826
      return (c - k * d, c + k * d)
    }
  }
}
