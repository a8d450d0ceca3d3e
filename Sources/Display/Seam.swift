import Kernels
import Glibc
import Tables

// Temporary stand-in until Statistics is here.
func seamPearson(_ x: [Double], _ y: [Double]) -> Double {
  let rows = (0..<min(x.count, y.count)).filter { x[$0].isFinite && y[$0].isFinite }
  let n = Double(rows.count)
  guard n > 1 else { return .nan }
  let mx = rows.reduce(0) { $0 + x[$1] } / n
  let my = rows.reduce(0) { $0 + y[$1] } / n
  var sxx = 0.0, syy = 0.0, sxy = 0.0
  for r in rows { let a = x[r]-mx, b = y[r]-my; sxx += a*a; syy += b*b; sxy += a*b }
  return sxy / (sxx.squareRoot() * syy.squareRoot())
}
func seamSpearman(_ x: [Double], _ y: [Double]) -> Double {
  let rows = (0..<min(x.count, y.count)).filter { x[$0].isFinite && y[$0].isFinite }
  return seamPearson(meanRanks(of: rows.map { x[$0] }), meanRanks(of: rows.map { y[$0] }))
}
func seamSlope(_ x: [Double], _ y: [Double]) -> (slope: Double, intercept: Double) {
  let rows = (0..<min(x.count, y.count)).filter { x[$0].isFinite && y[$0].isFinite }
  let n = Double(rows.count)
  let mx = rows.reduce(0) { $0 + x[$1] } / n
  let my = rows.reduce(0) { $0 + y[$1] } / n
  var sxx = 0.0, sxy = 0.0
  for r in rows { let a = x[r]-mx, b = y[r]-my; sxx += a*a; sxy += a*b }
  return (sxy/sxx, my - sxy/sxx*mx)
}
func seamEdges(_ v: [Double], bins: Int?) -> [Double] {
  let f = v.filter(\.isFinite)
  guard let lo = f.min(), let hi = f.max() else { return [] }
  if lo == hi { return [lo-0.5, lo+0.5] }
  let q = quantiles([0.25,0.75], of: f)
  let w = 2*(q[1]-q[0]) / cbrt(Double(f.count))
  let n = bins ?? max(1, min(200, w > 0 ? Int(((hi-lo)/w).rounded(.up)) : 10))
  return (0...n).map { lo + (hi-lo)*Double($0)/Double(n) }
}
func seamCounts(_ v: [Double], _ edges: [Double]) -> [Int] {
  guard edges.count > 1 else { return [] }
  var c = [Int](repeating: 0, count: edges.count-1)
  let lo = edges[0], hi = edges[edges.count-1]
  for x in v where x.isFinite && x >= lo && x <= hi {
    var i = min(c.count-1, max(0, Int((x-lo)/(hi-lo)*Double(c.count))))
    while i > 0, x < edges[i] { i -= 1 }
    while i < c.count-1, x >= edges[i+1] { i += 1 }
    c[i] += 1
  }
  return c
}
struct OutlierRule: Sendable {
  var name: String
  var factor: Double?
  func bounds(of v: [Double]) -> (lower: Double, upper: Double) {
    guard !v.isEmpty else { return (.nan, .nan) }
    switch name {
    case "zscore": let m = Moments(of: v); let k = factor ?? 3
      return (m.mean - k*m.standardDeviation, m.mean + k*m.standardDeviation)
    case "mad": let m = median(of: v); let d = median(of: v.map { abs($0-m) })*1.4826; let k = factor ?? 3.5
      return (m - k*d, m + k*d)
    default: let q = quantiles([0.25,0.75], of: v); let k = factor ?? 1.5
      return (q[0]-k*(q[1]-q[0]), q[1]+k*(q[1]-q[0]))
    }
  }
  var summary: String {
    switch name {
    case "zscore": "beyond \(factor ?? 3) sd from the mean"
    case "mad": "beyond \(factor ?? 3.5) scaled median deviations from the median"
    default: "beyond \(factor ?? 1.5) interquartile ranges from the quartiles"
    }
  }
}
struct MissingPatterns {
  struct P { var columns: [String]; var rows: Int }
  var patterns: [P]
  init(of columns: [Column], rowCount: Int) {
    let gaps = columns.filter { $0.missingCount > 0 }
    var counts: [[Bool]: Int] = [:]
    for row in 0..<rowCount { counts[gaps.map { $0.isMissing(at: row) }, default: 0] += 1 }
    patterns = counts.map { key, n in P(columns: zip(gaps, key).filter { $0.1 }.map { $0.0.name }, rows: n) }.sorted { ($0.rows, $1.columns.joined()) > ($1.rows, $0.columns.joined()) }
  }
}
import Language
func seamFrequency(_ c: Column) -> [(Value, Int)] {
  var d: [Value: Int] = [:]
  for r in 0..<c.count where !c.isMissing(at: r) { d[c.value(at: r), default: 0] += 1 }
  return d.sorted { ($0.value, $1.key.plainText) > ($1.value, $0.key.plainText) }.map { ($0.key, $0.value) }
}
struct Summary: Sendable {
  var count: Int, missing: Int, distinct: Int
  var mean = Double.nan, sd = Double.nan, min = Double.nan, q1 = Double.nan, median = Double.nan, q3 = Double.nan, max = Double.nan, skewness = Double.nan, kurtosis = Double.nan
  var top: Value = .missing, topCount = 0
  init(_ c: Column) {
    let f = seamFrequency(c)
    count = c.count - c.missingCount; missing = c.missingCount; distinct = f.count
    if let t = f.first { top = t.0; topCount = t.1 }
    if let d = c.doubles {
      let v = d.filter(\.isFinite)
      let m = Moments(of: v)
      mean = m.mean; sd = m.standardDeviation; skewness = m.skewness; kurtosis = m.kurtosis
      let q = quantiles([0,0.25,0.5,0.75,1], of: v)
      min = q[0]; q1 = q[1]; self.median = q[2]; q3 = q[3]; max = q[4]
    }
  }
}
