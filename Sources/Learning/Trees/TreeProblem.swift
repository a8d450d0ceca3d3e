import Diagnostics
import Kernels

/// Binned features and a target made ready for growing trees; shared by all trees of a forest.
///
/// Numbers are centred and, when huge, made small by a power of two, so that squared sums neither
/// overflow nor cancel. Two classes are grown as one number, the second class's indicator: halving
/// its variance is halving Gini's impurity.
struct TreeProblem: Sendable {
  let table: FeatureTable
  let bins: FeatureBins
  let target: TreeTarget
  /// The number that splits are about, for each row; 1 in a problem of several classes.
  let values: [Double]
  /// The class of each row in a problem of several classes, else 0.
  let slots: [Int32]
  /// Nil when all weigh 1.
  let weights: [Double]?
  let shift: Double
  let scale: Double

  init(
    _ table: FeatureTable,
    target: TreeTarget,
    weights: [Double]?,
    report: Report
  ) throws(Diagnostic) {
    try Self.check(table, target: target, weights: weights)
    self.table = table
    bins = try FeatureBins(table, report: report)
    self.target = target
    self.weights = weights
    switch target {
    case .numbers(let numbers):
      let moments = Moments(of: numbers)
      shift = moments.mean
      let reach = max(moments.maximum / 2 - shift / 2, shift / 2 - moments.minimum / 2)
      let isPlain = reach == 0 || (1e-60..<1e60).contains(reach)
      let exponent = isPlain ? 0 : max(-1000, reach.exponent)
      let scale = Double(sign: .plus, exponent: exponent, significand: 1)
      self.scale = scale
      let centre = shift / scale
      values = numbers.map { $0 / scale - centre }
      slots = []
    case .classes(let codes, let count):
      (shift, scale) = (0, 1)
      values = count <= 2 ? codes.map { Double($0) } : []
      slots = count <= 2 ? [] : codes.map { Int32($0) }
    }
  }

  /// Whether splits are about one number rather than several classes.
  var isSingle: Bool { slots.isEmpty }

  /// The rows that a tree is grown from, each with its weight times how often it was drawn; rows
  /// without weight are left out.
  func rows(drawn counts: [Int32]?) -> [TreeRow] {
    var rows: [TreeRow] = []
    rows.reserveCapacity(bins.rowCount)
    for row in 0..<bins.rowCount {
      let weight = (weights?[row] ?? 1) * Double(counts?[row] ?? 1)
      guard weight > 0 else { continue }
      rows.append(
        TreeRow(
          weight: weight,
          value: isSingle ? values[row] : 1,
          row: UInt32(row),
          slot: isSingle ? 0 : slots[row]
        )
      )
    }
    return rows
  }

  /// What a leaf with these rows gives: their mean, exactly when they are one number, or the share
  /// of each class; `firstRow` is the number of the first one in the table.
  func leafValues(of rows: ArraySlice<TreeRow>, firstRow: Int) -> [Double] {
    switch target {
    case .numbers(let numbers):
      let total = MomentHistogram.total(of: rows, slotCount: 1)
      let isPure = rows.first.map { first in rows.allSatisfy { $0.value == first.value } } ?? false
      if isPure { return [numbers[firstRow]] }
      return [shift + scale * (total[2] / total[0])]
    case .classes(_, let count) where isSingle:
      let total = MomentHistogram.total(of: rows, slotCount: 1)
      let share = total[2] / total[0]
      return count == 1 ? [1] : [1 - share, share]
    case .classes(_, let count):
      let total = ClassHistogram.total(of: rows, slotCount: count)
      return total.classes.map { $0 / total.weight }
    }
  }

  private static func check(
    _ table: FeatureTable,
    target: TreeTarget,
    weights: [Double]?
  ) throws(Diagnostic) {
    guard table.rowCount > 0 else {
      throw Diagnostic(.data, "no rows to grow a tree from, expected at least 1")
    }
    precondition(target.rowCount == table.rowCount, "one target for each row")
    precondition(weights.map { $0.count == table.rowCount } ?? true, "one weight for each row")
    if let weights {
      guard weights.allSatisfy({ $0 >= 0 && $0.isFinite }), weights.contains(where: { $0 > 0 })
      else {
        throw Diagnostic(.data, "weights must be finite, not negative and not all zero")
      }
    }
    switch target {
    case .numbers(let values):
      guard values.allSatisfy(\.isFinite) else {
        throw Diagnostic(.numeric, "the target holds numbers that are not finite")
      }
    case .classes(let codes, let count):
      precondition(codes.allSatisfy { (0..<count).contains($0) }, "classes lie in 0..<count")
    }
  }
}
