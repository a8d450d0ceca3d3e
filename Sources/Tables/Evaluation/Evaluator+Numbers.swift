import Glibc
import Language

extension Evaluator {
  mutating func number(_ function: Function, _ operands: [Computed]) -> Computed {
    let zero = Computed.constant(.integer(0))
    switch function {
    case .log: return logarithm(operands[0], above: 0) { Glibc.log($0) }
    case .log10: return logarithm(operands[0], above: 0) { Glibc.log10($0) }
    case .log1p: return logarithm(operands[0], above: -1) { Glibc.log1p($0) }
    case .exp: return doubles(operands[0], zero) { x, _, _ in Glibc.exp(x) }
    case .sqrt:
      return doubles(operands[0], zero) { x, _, faults in
        if x < 0 { faults.outOfDomain += 1 }
        return x < 0 ? .nan : x.squareRoot()
      }
    case .abs:
      return combine(
        operands[0],
        zero,
        whole: { x, _ in x < 0 ? Int64(0).subtractingReportingOverflow(x) : (x, false) },
        double: { x, _ in Swift.abs(x) }
      )
    case .floor: return rounded(operands[0]) { $0.rounded(.down) }
    case .ceil: return rounded(operands[0]) { $0.rounded(.up) }
    case .round:
      guard operands.count > 1 else {
        return rounded(operands[0]) { $0.rounded(.toNearestOrAwayFromZero) }
      }
      return doubles(operands[0], operands[1]) { x, digits, _ in Self.rounded(x, digits: digits) }
    case .clamp:
      return extreme(
        .min,
        [extreme(.max, [operands[0], operands[1]], type: .number), operands[2]],
        type: .number
      )
    case .minmax:
      let above = arithmetic(.subtract, operands[0], operands[1])
      let range = arithmetic(.subtract, operands[2], operands[1])
      return arithmetic(.divide, above, range)
    case .distance: return distance(operands)
    default: return .constant(.missing)
    }
  }

  private mutating func logarithm(
    _ operand: Computed,
    above limit: Double,
    _ function: (Double) -> Double
  ) -> Computed {
    doubles(operand, .constant(.integer(0))) { x, _, faults in
      if x <= limit { faults.outOfDomain += 1 }
      return x <= limit ? .nan : function(x)
    }
  }

  /// Whole numbers stay what they are.
  private mutating func rounded(_ operand: Computed, _ rule: (Double) -> Double) -> Computed {
    combine(
      operand,
      .constant(.integer(0)),
      whole: { x, _ in (x, false) },
      double: { x, _ in rule(x) }
    )
  }

  /// To so many digits after the point, before it where negative; halves go away from zero.
  private static func rounded(_ x: Double, digits: Double) -> Double {
    let digits = Swift.max(-308, Swift.min(308, digits.rounded()))
    let scale = pow(10, Swift.abs(digits))
    let scaled = digits < 0 ? x / scale : x * scale
    // Beyond 2^53 a double has no digits after the point to round.
    guard Swift.abs(scaled) < 0x1p53 else { return x }
    let whole = scaled.rounded(.toNearestOrAwayFromZero)
    return digits < 0 ? whole * scale : whole / scale
  }

  /// The smallest or greatest; missing where any is.
  mutating func extreme(
    _ function: Function,
    _ operands: [Computed],
    type: ExpressionType
  ) -> Computed {
    let takesFirst = function == .min
    var result = operands[0]
    for operand in operands.dropFirst() {
      if type == .datetime {
        let (a, b) = (result.instants(count: count), operand.instants(count: count))
        result = .instants(
          (0..<count).map {
            takesFirst ? min(a.values[$0], b.values[$0]) : max(a.values[$0], b.values[$0])
          },
          Validity(count: count) { a.validity?[$0] ?? true && b.validity?[$0] ?? true }
        )
      } else {
        result = combine(
          result,
          operand,
          whole: { (takesFirst ? min($0, $1) : max($0, $1), false) },
          double: { takesFirst ? min($0, $1) : max($0, $1) }
        )
      }
    }
    return result
  }

  /// Kilometres on a sphere of the Earth's mean radius (IUGG: 6371.0088 km), by the haversine
  /// formula.
  ///
  /// A latitude beyond ±90 is outside the domain.
  private mutating func distance(_ operands: [Computed]) -> Computed {
    let rows = operands.map { $0.doubles(count: count) }
    let radians = Double.pi / 180
    var results: [Double] = []
    results.reserveCapacity(count)
    for row in 0..<count {
      let latitudes = (rows[0][row], rows[2][row])
      let longitudes = (rows[1][row], rows[3][row])
      guard !latitudes.0.isNaN, !latitudes.1.isNaN, !longitudes.0.isNaN, !longitudes.1.isNaN else {
        results.append(.nan)
        continue
      }
      guard Swift.abs(latitudes.0) <= 90, Swift.abs(latitudes.1) <= 90 else {
        faults.outOfDomain += 1
        results.append(.nan)
        continue
      }
      let acrossLatitude = sin((latitudes.1 - latitudes.0) * radians / 2)
      let acrossLongitude = sin((longitudes.1 - longitudes.0) * radians / 2)
      let haversine =
        acrossLatitude * acrossLatitude
        + cos(latitudes.0 * radians) * cos(latitudes.1 * radians) * acrossLongitude
        * acrossLongitude
      results.append(2 * 6371.0088 * asin(Swift.min(1, haversine.squareRoot())))
    }
    return .doubles(results)
  }
}
