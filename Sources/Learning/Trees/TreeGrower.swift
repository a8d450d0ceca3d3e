import Diagnostics
import Kernels

/// Grows one tree from histograms of binned features.
///
/// Where all features compete at every node, a large node's histograms are kept: those of its
/// larger child are the node's less the smaller child's.
struct TreeGrower<Histogram: BinHistogram> {
  private let problem: TreeProblem
  private let options: TreeOptions
  private let check: () throws(Diagnostic) -> Void
  private var random: RandomGenerator
  private var rows: [TreeRow]
  private var spare: [TreeRow]
  private var features: [Int]
  private var scratch: Histogram
  private var search: SplitSearch<Histogram>
  private var exact: ExactBins
  /// The small node that the exact bins are for, while it and what is below it grow.
  private var exactRows = 0..<0
  private var tree = GrownTree()
  private var open: [OpenNode] = []
  private var uncheckedWork = 0

  /// A node whose rows are known and whose split is not.
  private struct OpenNode {
    var rows: Range<Int>
    var depth: Int
    var parent: Int?
    var isLeft: Bool
    /// One for each feature, where they were kept.
    var histograms: [Histogram]?
  }

  /// Nodes with fewer rows don't keep histograms.
  private static var leastKept: Int { 1024 }
  /// Nor do nodes of tables with more features.
  private static var mostKept: Int { 512 }
  /// Bins visited between two looks at whether to go on: some milliseconds.
  private static var workBetweenChecks: Int { 2_000_000 }

  /// Prepares to grow from `rows`, at least one; `check` is called every few milliseconds and its
  /// error ends the growing.
  init(
    _ problem: TreeProblem,
    rows: [TreeRow],
    options: TreeOptions,
    random: RandomGenerator,
    check: @escaping () throws(Diagnostic) -> Void
  ) {
    self.problem = problem
    self.options = options
    self.check = check
    self.random = random
    self.rows = rows
    spare = rows
    features = Array(0..<problem.bins.features.count)
    scratch = Histogram(slotCount: problem.target.outputCount)
    exact = ExactBins(featureCount: problem.bins.features.count)
    search = SplitSearch(minimumLeaf: max(1, options.minimumLeaf))
  }

  mutating func grow() throws(Diagnostic) -> GrownTree {
    open = [OpenNode(rows: 0..<rows.count, depth: 0, parent: nil, isLeft: false)]
    while let node = open.popLast() { try divide(node) }
    return tree
  }

  private mutating func divide(_ node: OpenNode) throws(Diagnostic) {
    let number = tree.nodes.count
    if let parent = node.parent {
      if node.isLeft {
        tree.nodes[parent].left = Int32(number)
      } else {
        tree.nodes[parent].right = Int32(number)
      }
    }
    let total = Histogram.total(
      of: rows[node.rows],
      slotCount: problem.target.outputCount
    )
    guard mayDivide(node) else { return addLeaf(node) }
    if node.rows.count <= ExactBins.mostRows, !isExact(node.rows) {
      exactRows = node.rows
      exact.begin(&rows[node.rows])
    }
    var kept = node.histograms ?? []
    guard let split = try bestSplit(of: node, total: total, kept: &kept)
    else { return addLeaf(node) }
    addNode(split)

    let middle = partition(node.rows, by: split)
    var left = OpenNode(
      rows: node.rows.lowerBound..<middle,
      depth: node.depth + 1,
      parent: number,
      isLeft: true
    )
    var right = OpenNode(
      rows: middle..<node.rows.upperBound,
      depth: node.depth + 1,
      parent: number,
      isLeft: false
    )
    // The smaller child comes next, so that few histograms wait at any time.
    if left.rows.count <= right.rows.count {
      try share(&kept, smaller: &left, larger: &right)
      open.append(right)
      open.append(left)
    } else {
      try share(&kept, smaller: &right, larger: &left)
      open.append(left)
      open.append(right)
    }
  }

  private func mayDivide(_ node: OpenNode) -> Bool {
    let count = node.rows.count
    guard
      count >= max(2, options.minimumSplit), count / 2 >= max(1, options.minimumLeaf),
      node.depth < options.maximumDepth ?? .max
    else { return false }
    return !isPure(node.rows)
  }

  /// Whether rows belong to the node that the exact bins are for; they then have its numbers.
  private func isExact(_ range: Range<Int>) -> Bool {
    range.lowerBound >= exactRows.lowerBound && range.upperBound <= exactRows.upperBound
  }

  private func isPure(_ range: Range<Int>) -> Bool {
    let first = rows[range.lowerBound]
    return rows[range].allSatisfy { $0.value == first.value && $0.slot == first.slot }
  }

  private mutating func bestSplit(
    of node: OpenNode,
    total: Histogram.Total,
    kept: inout [Histogram]
  ) throws(Diagnostic) -> TreeSplit? {
    var best: TreeSplit?
    let wanted = min(max(1, options.featuresPerSplit ?? features.count), features.count)
    let keeps =
      wanted == features.count && node.rows.count >= Self.leastKept
      && features.count <= Self.mostKept
    var visited = 0
    var hasSplit = false
    while visited < features.count, visited < wanted || !hasSplit {
      if wanted < features.count {
        features.swapAt(visited, visited + random.below(features.count - visited))
      }
      let feature = features[visited]
      let isKept = visited < kept.count
      if isKept {
        swap(&scratch, &kept[visited])
      } else {
        try fill(feature, node.rows)
      }
      let divides = search.improve(
        &best,
        with: &scratch,
        feature: feature,
        kind: problem.bins.features[feature].kind,
        edges: edges(feature, node.rows),
        total: total
      )
      hasSplit = hasSplit || divides
      if isKept {
        swap(&scratch, &kept[visited])
      } else if keeps {
        kept.append(scratch)
        scratch = Histogram(slotCount: problem.target.outputCount)
      } else {
        scratch.clear()
      }
      visited += 1
    }
    return best
  }

  /// Turns a node's kept histograms into its larger child's, and fills the smaller one's.
  private mutating func share(
    _ kept: inout [Histogram],
    smaller: inout OpenNode,
    larger: inout OpenNode
  ) throws(Diagnostic) {
    guard !kept.isEmpty, larger.rows.count >= Self.leastKept else { return }
    let keepsSmaller = smaller.rows.count >= Self.leastKept
    var parts: [Histogram] = []
    for feature in kept.indices {
      try fill(feature, smaller.rows)
      kept[feature].subtract(scratch)
      if keepsSmaller {
        parts.append(scratch)
        scratch = Histogram(slotCount: problem.target.outputCount)
      } else {
        scratch.clear()
      }
    }
    larger.histograms = kept
    if keepsSmaller { smaller.histograms = parts }
  }

  /// Fills the empty scratch histogram.
  private mutating func fill(_ feature: Int, _ range: Range<Int>) throws(Diagnostic) {
    try count(work: range.count)
    if isExact(range) {
      exact.prepare(feature, of: problem)
      scratch.fill(rows[range], codes: exact.codes, offset: feature * ExactBins.stride)
    } else {
      scratch.fill(
        rows[range],
        codes: problem.bins.codes,
        offset: feature * problem.bins.rowCount
      )
    }
  }

  private func edges(_ feature: Int, _ range: Range<Int>) -> BinEdges {
    let shared = problem.bins.features[feature]
    return isExact(range) && shared.blurs
      ? BinEdges(lows: exact.values, highs: exact.values, base: feature * ExactBins.stride)
      : BinEdges(lows: shared.lowest, highs: shared.highest, base: 0)
  }

  private mutating func partition(_ range: Range<Int>, by split: TreeSplit) -> Int {
    let isExact = isExact(range)
    return TreeRow.partition(
      &rows,
      spare: &spare,
      range: range,
      codes: isExact ? exact.codes : problem.bins.codes,
      offset: split.feature * (isExact ? ExactBins.stride : problem.bins.rowCount),
      left: split.leftBins
    )
  }

  private mutating func count(work: Int) throws(Diagnostic) {
    uncheckedWork += work + 64
    guard uncheckedWork > Self.workBetweenChecks else { return }
    uncheckedWork = 0
    try check()
  }

  private mutating func addNode(_ split: TreeSplit) {
    if let threshold = split.threshold {
      tree.nodes.append(
        TreeNode(
          feature: split.feature,
          threshold: threshold,
          missingGoesLeft: split.missingGoesLeft
        )
      )
      return
    }
    let levelBins = problem.bins.features[split.feature].levelBins
    let start = tree.levelWords.count
    tree.levelWords += [UInt32](repeating: 0, count: (levelBins.count + 31) / 32)
    tree.nodes.append(
      TreeNode(
        feature: split.feature,
        levelSet: start,
        missingGoesLeft: split.missingGoesLeft
      )
    )
    for (level, bin) in levelBins.enumerated() where split.sendsLeft(bin) {
      tree.levelWords[start + level / 32] |= 1 << UInt32(level % 32)
    }
  }

  private mutating func addLeaf(_ node: OpenNode) {
    tree.nodes.append(TreeNode(leafAt: tree.leafValues.count))
    let first = rows[node.rows.lowerBound].row
    tree.leafValues += problem.leafValues(
      of: rows[node.rows],
      firstRow: Int(isExact(node.rows) ? exact.tableRows[Int(first)] : first)
    )
  }
}
