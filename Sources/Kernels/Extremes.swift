/// The least and the greatest of the values that aren't NaN; nil without one.
package func extremes(of values: Span<Double>) -> (least: Double, greatest: Double)? {
  let parts = ChunkRunner.parts(of: values) { extremesOfChunk($0) }
  let least = parts.reduce(.infinity) { Swift.min($0, $1.least) }
  let greatest = parts.reduce(-.infinity) { Swift.max($0, $1.greatest) }
  return least <= greatest ? (least, greatest) : nil
}

/// A comparison with NaN is false, so that it never takes a value's place.
private func extremesOfChunk(_ values: Span<Double>) -> (least: Double, greatest: Double) {
  var low = SIMD4<Double>(repeating: .infinity)
  var high = -low
  var index = 0
  while index + 4 <= values.count {
    let four = SIMD4(values[index], values[index + 1], values[index + 2], values[index + 3])
    low.replace(with: four, where: four .< low)
    high.replace(with: four, where: four .> high)
    index += 4
  }
  var least = low.min()
  var greatest = high.max()
  while index < values.count {
    let value = values[index]
    if value < least { least = value }
    if value > greatest { greatest = value }
    index += 1
  }
  return (least, greatest)
}
