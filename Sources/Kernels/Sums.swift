/// The sum by pairwise addition; error grows with the logarithm of the count.
///
/// Empty gives 0. NaN and infinities spread as IEEE says; a sum beyond the range is infinite.
package func sum(of values: Span<Double>) -> Double {
  chunkedSum(of: values)
}

package func sum(of values: [Double]) -> Double { sum(of: values.span) }

/// The arithmetic mean: finite whenever every value is, NaN of nothing.
package func mean(of values: Span<Double>) -> Double {
  guard !values.isEmpty else { return .nan }
  let plain = chunkedSum(of: values)
  guard !plain.isFinite else { return plain / Double(values.count) }
  // The sum left the range: add values that were made small first.
  let shrunk = pairwiseSum(of: values, times: 0x1p-100)
  return shrunk / Double(values.count) * 0x1p100
}

package func mean(of values: [Double]) -> Double { mean(of: values.span) }

/// By chunks, whose sums are added with the rounding errors kept (Neumaier 1974).
private func chunkedSum(of values: Span<Double>) -> Double {
  guard values.count > ChunkRunner.chunkSize else { return pairwiseSum(of: values) }
  var total = 0.0
  var error = 0.0
  for part in ChunkRunner.parts(of: values, body: { pairwiseSum(of: $0) }) {
    let sum = total + part
    error += abs(total) >= abs(part) ? total - sum + part : part - sum + total
    total = sum
  }
  return total.isFinite && error.isFinite ? total + error : total
}

private func pairwiseSum(of values: Span<Double>, times factor: Double = 1) -> Double {
  let count = values.count
  guard count > 256 else {
    var lanes = SIMD8<Double>.zero
    var index = 0
    while index + 8 <= count {
      var part = SIMD8<Double>.zero
      for lane in 0..<8 { part[lane] = values[index + lane] }
      lanes += part * factor
      index += 8
    }
    var total = lanes.sum()
    while index < count {
      total += values[index] * factor
      index += 1
    }
    return total
  }
  let half = count / 2 / 8 * 8
  return pairwiseSum(of: values.extracting(0..<half), times: factor)
    + pairwiseSum(of: values.extracting(half..<count), times: factor)
}
