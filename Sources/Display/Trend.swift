/// The straight line through pairs of numbers by least squares; undefined (nil) where the first
/// ones have no spread.
struct Trend: Encodable, Hashable, Sendable {
  /// Units of the second per unit of the first.
  var slope: Double?
  var intercept: Double?

  /// - Parameters: two columns of one length, NaN = missing.
  init(_ x: [Double], _ y: [Double]) {
    let rows = (0..<min(x.count, y.count)).filter { x[$0].isFinite && y[$0].isFinite }
    let count = Double(rows.count)
    // Divided before they are added: sums of great numbers would overflow.
    let middle = rows.reduce(into: (x: 0.0, y: 0.0)) { mean, row in
      mean.x += x[row] / count
      mean.y += y[row] / count
    }
    let reach = rows.reduce(0) { max($0, abs(x[$1] - middle.x)) }
    guard reach > 0, reach.isFinite else { return }
    var squares = 0.0
    var products = 0.0
    for row in rows {
      let distance = (x[row] - middle.x) / reach
      squares += distance * distance
      products += distance * (y[row] - middle.y)
    }
    let slope = products / squares / reach
    let intercept = middle.y - slope * middle.x
    guard slope.isFinite, intercept.isFinite else { return }
    self.slope = slope
    self.intercept = intercept
  }

  func value(at x: Double) -> Double? {
    guard let slope, let intercept else { return nil }
    return intercept + slope * x
  }
}
