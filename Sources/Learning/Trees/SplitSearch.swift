/// Finds the best split of one feature from its histogram.
struct SplitSearch<Histogram: BinHistogram> {
  let minimumLeaf: Int
  private var sequence = [UInt8](repeating: 0, count: 256)

  init(minimumLeaf: Int) { self.minimumLeaf = minimumLeaf }

  /// Looks for a split better than `best` in the node whose rows fill `histogram`, and puts it there.
  ///
  /// - Parameters:
  ///   - best: the best split of the features seen before.
  ///   - histogram: of the node's rows; left as it was.
  ///   - index: the feature's number.
  ///   - kind: what it holds.
  ///   - edges: the values in its bins.
  ///   - total: the sums over the node's rows.
  /// - Returns: whether the feature can divide the rows at all.
  mutating func improve(
    _ best: inout TreeSplit?,
    with histogram: inout Histogram,
    feature index: Int,
    kind: FeatureKind,
    edges: BinEdges,
    total: Histogram.Total
  ) -> Bool {
    guard histogram.occupied.hasSeveral else { return false }
    switch kind {
    case .number:
      return improve(&best, withNumbers: &histogram, feature: index, edges: edges, total: total)
    case .levels:
      return improve(&best, withLevels: &histogram, feature: index, total: total)
    }
  }

  /// Cuts of the bins in order, missing ones tried on either side.
  private mutating func improve(
    _ best: inout TreeSplit?,
    withNumbers histogram: inout Histogram,
    feature index: Int,
    edges: BinEdges,
    total: Histogram.Total
  ) -> Bool {
    let missing = FeatureBins.missing
    let hasMissing = histogram.occupied.contains(missing)
    let count = list(histogram.occupied)
    let last = histogram.cut(sequence, count: count, total: total, minimumLeaf: minimumLeaf)
    if let last, last.score > best?.score ?? -.infinity {
      let (low, high) = (sequence[last.front - 1], sequence[last.front])
      best = TreeSplit(
        score: last.score,
        feature: index,
        leftBins: front(last.front),
        filledBins: histogram.occupied,
        missingGoesLeft: !hasMissing && heavierLeft(histogram, cut: last, total: total),
        threshold: high == missing
          ? .greatestFiniteMagnitude
          : FeatureBins.threshold(
            between: edges.highest(low),
            and: edges.lowest(high)
          )
      )
    }
    guard hasMissing else { return last != nil }
    // The missing bin, the greatest number, stands last in the list; now it is put first.
    for place in stride(from: count - 1, to: 0, by: -1) { sequence[place] = sequence[place - 1] }
    sequence[0] = missing
    let first = histogram.cut(sequence, count: count, total: total, minimumLeaf: minimumLeaf)
    // With missing alone in front, the same split with sides exchanged was tried before.
    if let first, first.front > 1, first.score > best?.score ?? -.infinity {
      best = TreeSplit(
        score: first.score,
        feature: index,
        leftBins: front(first.front),
        filledBins: histogram.occupied,
        missingGoesLeft: true,
        threshold: FeatureBins.threshold(
          between: edges.highest(sequence[first.front - 1]),
          and: edges.lowest(sequence[first.front])
        )
      )
    }
    return last != nil || first != nil
  }

  /// Cuts of the levels in each of their orders; missing is one more level.
  private mutating func improve(
    _ best: inout TreeSplit?,
    withLevels histogram: inout Histogram,
    feature index: Int,
    total: Histogram.Total
  ) -> Bool {
    var canDivide = false
    for ordering in histogram.orderings(total: total) {
      let count = list(histogram.occupied)
      let sorted = sequence[..<count].map { (key: ordering($0), bin: $0) }
        .sorted { ($0.key, $0.bin) < ($1.key, $1.bin) }
      for place in 0..<count { sequence[place] = sorted[place].bin }
      let cut = histogram.cut(sequence, count: count, total: total, minimumLeaf: minimumLeaf)
      guard let cut else { continue }
      canDivide = true
      guard cut.score > best?.score ?? -.infinity else { continue }
      let left = front(cut.front)
      best = TreeSplit(
        score: cut.score,
        feature: index,
        leftBins: left,
        filledBins: histogram.occupied,
        missingGoesLeft: histogram.occupied.contains(FeatureBins.missing)
          ? left.contains(FeatureBins.missing) : heavierLeft(histogram, cut: cut, total: total),
        threshold: nil
      )
    }
    return canDivide
  }

  private mutating func list(_ bins: BinSet) -> Int {
    var count = 0
    bins.forEach { bin in
      sequence[count] = bin
      count += 1
    }
    return count
  }

  private func front(_ count: Int) -> BinSet {
    var bins = BinSet()
    for place in 0..<count { bins.insert(sequence[place]) }
    return bins
  }

  private func heavierLeft(
    _ histogram: Histogram,
    cut: BinCut,
    total: Histogram.Total
  ) -> Bool {
    var weight = 0.0
    for place in 0..<cut.front { weight += histogram.weight(sequence[place]) }
    return weight * 2 > Histogram.weight(total)
  }
}
