import Kernels
import Glibc

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
