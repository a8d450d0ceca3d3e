package import Diagnostics
import Kernels
private import Synchronization

extension TreeEnsemble {
  /// One decision tree.
  ///
  /// - Parameters:
  ///   - table: the features, at least one row.
  ///   - target: one value for each row.
  ///   - weights: nil when all rows weigh 1; rows of weight 0 count for nothing.
  ///   - options: how it grows; draws of features start at its seed.
  ///   - report: called once at the end, and every few milliseconds of work to see whether to stop.
  /// - Returns: a mean of one tree.
  /// - Throws: ``Diagnostic`` of kind `.data` or `.numeric` when there is nothing to learn from.
  package static func tree(
    _ table: FeatureTable,
    target: TreeTarget,
    weights: [Double]? = nil,
    options: TreeOptions = TreeOptions(),
    report: Report = .silent
  ) throws(Diagnostic) -> TreeEnsemble {
    let problem = try TreeProblem(table, target: target, weights: weights, report: report)
    let tree = try problem.tree(
      drawn: nil,
      options: options,
      random: RandomGenerator(seed: options.seed)
    ) { () throws(Diagnostic) in
      try report(Progress("tree", done: 0, of: 1))
    }
    try report(Progress("tree", done: 1, of: 1))
    return TreeEnsemble(
      [tree],
      kinds: table.kinds,
      outputCount: target.outputCount,
      aggregate: .mean
    )
  }

  /// A random forest (Breiman 2001): the mean of trees grown on bootstrap samples.
  ///
  /// Tree i draws from the seed's chunk i, so the forest is the same on any number of cores.
  ///
  /// - Parameters:
  ///   - table: the features, at least one row.
  ///   - target: one value for each row.
  ///   - weights: nil when all rows weigh 1; a row's weight multiplies how often it was drawn.
  ///   - options: how it grows.
  ///   - report: called once for each tree, and every few milliseconds of work to see whether to
  ///     stop.
  /// - Returns: a mean of `treeCount` trees.
  /// - Throws: ``Diagnostic`` of kind `.data` or `.numeric` when there is nothing to learn from.
  package static func forest(
    _ table: FeatureTable,
    target: TreeTarget,
    weights: [Double]? = nil,
    options: ForestOptions = ForestOptions(),
    report: Report = .silent
  ) throws(Diagnostic) -> TreeEnsemble {
    let problem = try TreeProblem(table, target: target, weights: weights, report: report)
    var treeOptions = options.tree
    if treeOptions.featuresPerSplit == nil, case .classes = target {
      treeOptions.featuresPerSplit = max(1, Int(Double(table.kinds.count).squareRoot()))
    }
    let grown = Tally()
    let trees = try ChunkRunner.run(options.treeCount) {
      [treeOptions] (index) throws(Diagnostic) -> GrownTree in
      var random = RandomGenerator(seed: treeOptions.seed.derived(chunk: index))
      let drawn = options.bootstrap ? problem.bootstrap(&random) : nil
      let tree = try problem.tree(drawn: drawn, options: treeOptions, random: random) {
        () throws(Diagnostic) in
        try report(Progress("forest", done: grown.count, of: options.treeCount))
      }
      try report(Progress("forest", done: grown.increment(), of: options.treeCount))
      return tree
    }
    return TreeEnsemble(
      trees,
      kinds: table.kinds,
      outputCount: target.outputCount,
      aggregate: .mean
    )
  }
}

extension TreeProblem {
  fileprivate func tree(
    drawn: [Int32]?,
    options: TreeOptions,
    random: RandomGenerator,
    check: @escaping () throws(Diagnostic) -> Void
  ) throws(Diagnostic) -> GrownTree {
    let rows = rows(drawn: drawn)
    if isSingle {
      var grower = TreeGrower<MomentHistogram>(
        self,
        rows: rows,
        options: options,
        random: random,
        check: check
      )
      return try grower.grow()
    }
    var grower = TreeGrower<ClassHistogram>(
      self,
      rows: rows,
      options: options,
      random: random,
      check: check
    )
    return try grower.grow()
  }

  /// How often each row is drawn, in as many draws as there are rows, among those with weight.
  fileprivate func bootstrap(_ random: inout RandomGenerator) -> [Int32] {
    var counts = [Int32](repeating: 0, count: bins.rowCount)
    let drawable = weights.map { weights in weights.indices.filter { weights[$0] > 0 } }
    if let drawable {
      for _ in drawable { counts[drawable[random.below(drawable.count)]] += 1 }
    } else {
      for _ in 0..<bins.rowCount { counts[random.below(bins.rowCount)] += 1 }
    }
    return counts
  }
}

/// Trees grown so far, counted by all threads.
private final class Tally: Sendable {
  private let value = Atomic<Int>(0)

  var count: Int { value.load(ordering: .relaxed) }
  func increment() -> Int { value.add(1, ordering: .relaxed).newValue }
}
