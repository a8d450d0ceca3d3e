import Diagnostics
import Kernels

/// Every feature of a table as bins of one byte, made once and shared by all trees.
///
/// A feature with at most 255 distinct values has a bin for each; otherwise bins hold about equally
/// many rows. Levels are their own bins; beyond 254 levels the rare ones share the missing bin.
struct FeatureBins: Sendable {
  static let missing: UInt8 = 255
  static let mostBins = 255

  struct Feature: Sendable {
    let kind: FeatureKind
    /// The least and greatest value in each bin of a number.
    let lowest: [Float]
    let highest: [Float]
    /// The bin of each declared level.
    let levelBins: [UInt8]
    /// Whether some bin holds several values of a number.
    let blurs: Bool
  }

  let rowCount: Int
  let features: [Feature]
  /// The bin of row i in feature j at `i + j * rowCount`.
  let codes: [UInt8]

  init(_ table: FeatureTable, report: Report) throws(Diagnostic) {
    rowCount = table.rowCount
    let progress = Progress("binning", done: 0, of: nil)
    let binned = try ChunkRunner.run(table.kinds.count) {
      (index) throws(Diagnostic) -> (Feature, [UInt8]) in
      try report(progress)
      let column = table.columns[index]
      switch table.kinds[index] {
      case .number: return Self.numberBins(of: column)
      case .levels(let count): return Self.levelBins(of: column, count: count)
      }
    }
    features = binned.map(\.0)
    var codes: [UInt8] = []
    codes.reserveCapacity(table.rowCount * binned.count)
    for (_, column) in binned { codes += column }
    self.codes = codes
  }

  /// The greatest threshold that keeps `low` left and the least that sends `high` right, halved:
  /// a Float32 t with low <= t < high.
  static func threshold(between low: Float, and high: Float) -> Float {
    let middle = Float(Double(low) / 2 + Double(high) / 2)
    return middle >= low && middle < high ? middle : low
  }

  private static func numberBins(of column: [Float]) -> (Feature, [UInt8]) {
    let sorted = ascending(column.filter { !$0.isNaN }.map { Double($0) })
    var values: [Float] = []
    var counts: [Int] = []
    for value in sorted {
      if let last = values.last, last == Float(value) {
        counts[counts.count - 1] += 1
      } else {
        values.append(Float(value))
        counts.append(1)
      }
    }
    let ends = binEnds(counts)
    let highest = ends.map { values[$0 - 1] }
    let lowest = ([0] + ends.dropLast()).prefix(ends.count).map { values[$0] }
    let codes = column.map { value in value.isNaN ? missing : bin(of: value, in: highest) }
    let feature = Feature(
      kind: .number,
      lowest: lowest,
      highest: highest,
      levelBins: [],
      blurs: lowest != highest
    )
    return (feature, codes)
  }

  /// Where each bin ends among distinct values of the given counts.
  private static func binEnds(_ counts: [Int]) -> [Int] {
    guard counts.count > mostBins else { return Array(1..<counts.count + 1) }
    var ends: [Int] = []
    var remaining = counts.reduce(0, +)
    var held = 0
    for (index, count) in counts.enumerated() {
      let wanted = Double(remaining) / Double(mostBins - ends.count)
      // A value that alone fills a bin doesn't share one.
      if held > 0, Double(count) >= wanted, ends.count < mostBins - 1 {
        ends.append(index)
        remaining -= held
        held = 0
      }
      held += count
      if Double(held) >= wanted, ends.count < mostBins - 1 {
        ends.append(index + 1)
        remaining -= held
        held = 0
      }
    }
    if ends.last != counts.count { ends.append(counts.count) }
    return ends
  }

  private static func bin(of value: Float, in highest: [Float]) -> UInt8 {
    var low = 0
    var high = highest.count - 1
    while low < high {
      let middle = (low + high) / 2
      if value <= highest[middle] { high = middle } else { low = middle + 1 }
    }
    return UInt8(low)
  }

  private static func levelBins(of column: [Float], count: Int) -> (Feature, [UInt8]) {
    let levels = column.map { Self.level($0, count: count) }
    var levelBins = [UInt8](repeating: missing, count: count)
    if count <= mostBins {
      for level in 0..<count { levelBins[level] = UInt8(level) }
    } else {
      var sizes = [Int](repeating: 0, count: count)
      for level in levels { if let level { sizes[level] += 1 } }
      let common = (0..<count).sorted { (-sizes[$0], $0) < (-sizes[$1], $1) }.prefix(mostBins - 1)
      for (bin, level) in common.sorted().enumerated() { levelBins[level] = UInt8(bin) }
    }
    let codes = levels.map { $0.map { levelBins[$0] } ?? missing }
    let kind = FeatureKind.levels(count: count)
    return (Feature(kind: kind, lowest: [], highest: [], levelBins: levelBins, blurs: false), codes)
  }

  /// The level that a value is the code of.
  private static func level(_ value: Float, count: Int) -> Int? {
    guard value >= 0, value < Float(count), value == value.rounded() else { return nil }
    return Int(value)
  }
}
