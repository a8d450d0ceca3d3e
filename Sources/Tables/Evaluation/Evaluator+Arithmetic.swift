import Glibc
import Language

extension Evaluator {
  mutating func arithmetic(_ sign: Expression.Arithmetic, _ a: Computed, _ b: Computed) -> Computed
  {
    switch sign {
    case .add: combine(a, b, whole: { $0.addingReportingOverflow($1) }, double: { $0 + $1 })
    case .subtract:
      combine(a, b, whole: { $0.subtractingReportingOverflow($1) }, double: { $0 - $1 })
    case .multiply:
      combine(a, b, whole: { $0.multipliedReportingOverflow(by: $1) }, double: { $0 * $1 })
    case .divide:
      doubles(a, b) { dividend, divisor, faults in
        if divisor == 0 {
          faults.divisionsByZero += 1
          return .nan
        }
        return dividend / divisor
      }
    case .modulo: modulo(a, b)
    case .power:
      doubles(a, b) { base, exponent, faults in
        if base == 0, exponent < 0 {
          faults.divisionsByZero += 1
          return .nan
        }
        let power = pow(base, exponent)
        if power.isNaN { faults.outOfDomain += 1 }
        return power
      }
    }
  }

  /// Whole numbers as long as they fit, each row by itself.
  mutating func combine(
    _ a: Computed,
    _ b: Computed,
    whole: (Int64, Int64) -> (Int64, Bool),
    double: (Double, Double) -> Double
  ) -> Computed {
    guard let x = a.whole, let y = b.whole else {
      return doubles(a, b) { x, y, _ in double(x, y) }
    }
    var validity = x.validity
    if let other = y.validity { validity = validity?.intersection(other) ?? other }
    var overflow: [Int: Double] = [:]
    var values: [Int64] = []
    values.reserveCapacity(count)
    for row in 0..<count {
      let (value, hasLeft) = whole(x.values[row], y.values[row])
      values.append(value)
      if hasLeft { overflow[row] = double(Double(x.values[row]), Double(y.values[row])) }
    }
    for row in x.overflow.keys { overflow[row] = double(x.double(at: row), y.double(at: row)) }
    for row in y.overflow.keys { overflow[row] = double(x.double(at: row), y.double(at: row)) }
    for (row, value) in overflow {
      if validity.map({ !$0[row] }) ?? false {
        overflow[row] = nil
      } else if !value.isFinite {
        faults.overflows += 1
        overflow[row] = nil
        var bits = validity ?? Validity(repeating: true, count: count)
        bits[row] = false
        validity = bits
      }
    }
    return .whole(WholeNumbers(values: Rows(values), validity: validity, overflow: overflow))
  }

  /// Computes where both are there.
  ///
  /// A result that isn't finite is missing: `compute` counts its own reasons and answers NaN, an
  /// infinity is an overflow.
  mutating func doubles(
    _ a: Computed,
    _ b: Computed,
    _ compute: (Double, Double, inout ArithmeticFaults) -> Double
  ) -> Computed {
    let a = a.doubles(count: count)
    let b = b.doubles(count: count)
    var found = ArithmeticFaults()
    var results: [Double] = []
    results.reserveCapacity(count)
    for row in 0..<count {
      let (x, y) = (a[row], b[row])
      if x.isNaN || y.isNaN {
        results.append(.nan)
        continue
      }
      let result = compute(x, y, &found)
      if result.isInfinite { found.overflows += 1 }
      results.append(result.isFinite ? result : .nan)
    }
    faults += found
    return .doubles(results)
  }

  /// The remainder with the sign of the divisor.
  private mutating func modulo(_ a: Computed, _ b: Computed) -> Computed {
    if let x = a.whole, let y = b.whole, x.overflow.isEmpty, y.overflow.isEmpty {
      var values: [Int64] = []
      var valid = Validity(count: count) { !x.isMissing(at: $0) && !y.isMissing(at: $0) }
      for row in 0..<count {
        let divisor = y.values[row]
        if divisor == 0 {
          if valid[row] { faults.divisionsByZero += 1 }
          valid[row] = false
          values.append(0)
          continue
        }
        let remainder = divisor == -1 ? 0 : x.values[row] % divisor
        let isOpposite = remainder != 0 && (remainder < 0) != (divisor < 0)
        values.append(isOpposite ? remainder + divisor : remainder)
      }
      return .whole(WholeNumbers(values: Rows(values), validity: valid))
    }
    return doubles(a, b) { dividend, divisor, faults in
      if divisor == 0 {
        faults.divisionsByZero += 1
        return .nan
      }
      let remainder = fmod(dividend, divisor)
      let isOpposite = remainder != 0 && (remainder < 0) != (divisor < 0)
      return isOpposite ? remainder + divisor : remainder
    }
  }
}
