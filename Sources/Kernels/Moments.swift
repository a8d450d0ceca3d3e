/// Count, extremes, mean and the central moments of some numbers, in two passes.
///
/// The moments are those of the values divided by `scale`, a power of two (1 unless the values are
/// so large or small that fourth powers would leave the range), so that nothing overflows on the
/// way to a result that can be written down.
package struct Moments: Hashable, Sendable {
  package let count: Int
  /// NaN when empty, as are `minimum` and `maximum`.
  package let mean: Double
  package let minimum: Double
  package let maximum: Double
  /// Sums of the second, third and fourth powers of (value - mean) / scale.
  package let powers: (second: Double, third: Double, fourth: Double)
  package let scale: Double

  /// The moments of `values`, which hold no NaN; any infinity makes all but the extremes undefined.
  package init(of values: Span<Double>) {
    count = values.count
    guard count > 0 else {
      (mean, minimum, maximum) = (.nan, .nan, .nan)
      powers = (.nan, .nan, .nan)
      scale = 1
      return
    }
    let (lowest, highest) = extremes(of: values) ?? (.nan, .nan)
    minimum = lowest
    maximum = highest
    guard lowest != highest || !lowest.isFinite else {
      mean = lowest
      powers = (0, 0, 0)
      scale = 1
      return
    }
    let centre = Kernels.mean(of: values)
    let reach = max(highest / 2 - centre / 2, centre / 2 - lowest / 2)
    let fits = !reach.isFinite || reach == 0 || (1e-60..<1e60).contains(reach)
    let exponent = fits ? 0 : max(-1000, reach.exponent)
    let scale = Double(sign: .plus, exponent: exponent, significand: 1)
    self.scale = scale
    powers = centralPowers(of: values, around: centre, scale: scale)
    mean = centre
  }

  package init(of values: [Double]) { self.init(of: values.span) }

  /// Moments that have been found otherwise, of values that need no scale.
  init(
    count: Int,
    mean: Double,
    minimum: Double,
    maximum: Double,
    powers: (second: Double, third: Double, fourth: Double)
  ) {
    self.count = count
    self.mean = mean
    self.minimum = minimum
    self.maximum = maximum
    self.powers = powers
    scale = 1
  }

  /// With n - 1; NaN below two values.
  package var variance: Double {
    let deviation = standardDeviation
    return deviation * deviation
  }

  /// With n - 1; NaN below two values.
  package var standardDeviation: Double {
    count > 1 ? (powers.second / Double(count - 1)).squareRoot() * scale : .nan
  }

  /// Bias-corrected (G1); NaN below three values or without spread.
  package var skewness: Double {
    let n = Double(count)
    guard count > 2, powers.second > 0 else { return .nan }
    let second = powers.second / n
    let g1 = powers.third / n / (second * second.squareRoot())
    return g1 * (n * (n - 1)).squareRoot() / (n - 2)
  }

  /// Excess, bias-corrected (G2); NaN below four values or without spread.
  package var kurtosis: Double {
    let n = Double(count)
    guard count > 3, powers.second > 0 else { return .nan }
    let second = powers.second / n
    let g2 = powers.fourth / n / (second * second) - 3
    return ((n + 1) * g2 + 6) * (n - 1) / ((n - 2) * (n - 3))
  }

  package static func == (a: Moments, b: Moments) -> Bool {
    a.count == b.count && a.mean == b.mean && a.minimum == b.minimum && a.maximum == b.maximum
      && a.powers == b.powers && a.scale == b.scale
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(count)
    hasher.combine(mean)
    hasher.combine(powers.second)
  }
}

/// Sums of powers of the scaled deviations, by blocks so that rounding errors stay small.
///
/// The sum of the deviations themselves, zero but for rounding of the mean, corrects the second
/// power (Chan, Golub & LeVeque 1983).
private func centralPowers(
  of values: Span<Double>,
  around centre: Double,
  scale: Double
) -> (Double, Double, Double) {
  let factor = 1 / scale
  let scaledCentre = centre * factor
  let parts = ChunkRunner.parts(of: values) { part in
    var total = SIMD4<Double>.zero
    var start = 0
    while start < part.count {
      let block = part.extracting(start..<min(start + 512, part.count))
      total += powers(of: block, factor: factor, scaledCentre: scaledCentre)
      start += 512
    }
    return total
  }
  let total = parts.reduce(.zero, +)
  let shift = total[0] / Double(values.count)
  return (
    total[1] - shift * total[0],
    total[2] - 3 * shift * total[1],
    total[3] - 4 * shift * total[2]
  )
}

/// The sums of the first four powers of the deviations.
private func powers(
  of values: Span<Double>,
  factor: Double,
  scaledCentre: Double
) -> SIMD4<Double> {
  var (first, second) = (SIMD4<Double>.zero, SIMD4<Double>.zero)
  var (third, fourth) = (SIMD4<Double>.zero, SIMD4<Double>.zero)
  var index = 0
  while index + 4 <= values.count {
    let four = SIMD4(values[index], values[index + 1], values[index + 2], values[index + 3])
    let deviation = four * factor - scaledCentre
    let square = deviation * deviation
    first += deviation
    second += square
    third += square * deviation
    fourth += square * square
    index += 4
  }
  var sums = SIMD4(first.sum(), second.sum(), third.sum(), fourth.sum())
  while index < values.count {
    let deviation = values[index] * factor - scaledCentre
    let square = deviation * deviation
    sums += SIMD4(deviation, square, square * deviation, square * square)
    index += 1
  }
  return sums
}
