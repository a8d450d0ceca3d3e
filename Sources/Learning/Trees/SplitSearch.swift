/// Finds the best split of one feature from its histogram.
struct SplitSearch<Histogram: BinHistogram> {
  let minimumLeaf: Int
  private var sequence = [UInt8](repeating: 0, count: 256)

  init(minimumLeaf: Int) { self.minimumLeaf = minimumLeaf }

  /// The best split of a node whose rows fill `histogram`; nil when they can't be divided.
  mutating func split(
    _ histogram: inout Histogram,
    feature index: Int,
    of feature: FeatureBins.Feature,
    total: Histogram.Total
  ) -> TreeSplit? {
    guard histogram.occupied.count > 1 else { return nil }
    switch feature.kind {
    case .number: return numberSplit(&histogram, feature: index, of: feature, total: total)
    case .levels: return levelSplit(&histogram, feature: index, total: total)
    }
  }

  /// A cut of the bins in order, missing ones tried on either side.
  private mutating func numberSplit(
    _ histogram: inout Histogram,
    feature index: Int,
    of feature: FeatureBins.Feature,
    total: Histogram.Total
  ) -> TreeSplit? {
    let missing = FeatureBins.missing
    let filled = histogram.occupied
    let hasMissing = filled.contains(missing)
    let count = list(histogram.occupied)
    let last = histogram.cut(sequence, count: count, total: total, minimumLeaf: minimumLeaf)
    guard hasMissing else {
      return last.map {
        TreeSplit(
          score: $0.score,
          feature: index,
          leftBins: front($0.front),
          filledBins: filled,
          missingGoesLeft: heavierLeft(histogram, cut: $0, total: total),
          threshold: FeatureBins.threshold(
            between: feature.highest[Int(sequence[$0.front - 1])],
            and: feature.lowest[Int(sequence[$0.front])]
          )
        )
      }
    }
    // The missing bin, the greatest number, stands last in the list; now it is put first.
    for place in stride(from: count - 1, to: 0, by: -1) { sequence[place] = sequence[place - 1] }
    sequence[0] = missing
    let first = histogram.cut(sequence, count: count, total: total, minimumLeaf: minimumLeaf)
    // With missing alone in front, the same split with sides exchanged was tried before.
    let firstScore = first.map { $0.front > 1 ? $0.score : -.infinity } ?? -.infinity
    if let first, firstScore > last?.score ?? -.infinity {
      return TreeSplit(
        score: first.score,
        feature: index,
        leftBins: front(first.front),
        filledBins: filled,
        missingGoesLeft: true,
        threshold: FeatureBins.threshold(
          between: feature.highest[Int(sequence[first.front - 1])],
          and: feature.lowest[Int(sequence[first.front])]
        )
      )
    }
    guard let last else { return nil }
    _ = list(histogram.occupied)
    let next = sequence[last.front]
    return TreeSplit(
      score: last.score,
      feature: index,
      leftBins: front(last.front),
      filledBins: filled,
      missingGoesLeft: false,
      threshold: next == missing
        ? .greatestFiniteMagnitude
        : FeatureBins.threshold(
          between: feature.highest[Int(sequence[last.front - 1])],
          and: feature.lowest[Int(next)]
        )
    )
  }

  /// The best cut of the levels in the best of their orders; missing is one more level.
  private mutating func levelSplit(
    _ histogram: inout Histogram,
    feature index: Int,
    total: Histogram.Total
  ) -> TreeSplit? {
    var best: TreeSplit?
    for ordering in histogram.orderings(total: total) {
      let count = list(histogram.occupied)
      let sorted = sequence[..<count].map { (key: ordering($0), bin: $0) }
        .sorted { ($0.key, $0.bin) < ($1.key, $1.bin) }
      for place in 0..<count { sequence[place] = sorted[place].bin }
      guard
        let cut = histogram.cut(sequence, count: count, total: total, minimumLeaf: minimumLeaf),
        cut.score > best?.score ?? -.infinity
      else { continue }
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
    return best
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
