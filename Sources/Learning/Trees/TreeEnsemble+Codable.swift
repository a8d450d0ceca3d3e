extension TreeEnsemble: Codable {
  /// The arrays have one entry a node.
  ///
  /// A leaf has feature -1 and `left` tells where its values
  /// start; a split by levels has a `levelSet`, any other has -1 there. A feature that is a number
  /// has the level count -1.
  private enum CodingKeys: String, CodingKey {
    case levelCounts, outputCount, aggregate, roots, feature, threshold, missingGoesLeft, levelSet
    case left, right, leafValues, levelWords
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(
      kinds.map { $0 == .number ? -1 : $0.levelCount },
      forKey: .levelCounts
    )
    try container.encode(outputCount, forKey: .outputCount)
    try container.encode(aggregate, forKey: .aggregate)
    try container.encode(roots, forKey: .roots)
    try container.encode(nodes.map { $0.isLeaf ? -1 : $0.feature }, forKey: .feature)
    try container.encode(
      nodes.map { $0.isLeaf || $0.dividesLevels ? 0 : $0.threshold },
      forKey: .threshold
    )
    try container.encode(nodes.map { $0.missingGoesLeft ? 1 : 0 }, forKey: .missingGoesLeft)
    try container.encode(nodes.map { $0.dividesLevels ? $0.levelSet : -1 }, forKey: .levelSet)
    try container.encode(nodes.map(\.left), forKey: .left)
    try container.encode(nodes.map(\.right), forKey: .right)
    try container.encode(leafValues, forKey: .leafValues)
    try container.encode(levelWords, forKey: .levelWords)
  }

  /// Reads an ensemble and checks every index, so that predicting from it can't fail.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    func require(_ holds: Bool, _ key: CodingKeys, _ message: String) throws {
      guard !holds else { return }
      throw DecodingError.dataCorruptedError(
        forKey: key,
        in: container,
        debugDescription: message
      )
    }
    let levelCounts = try container.decode([Int].self, forKey: .levelCounts)
    let outputCount = try container.decode(Int.self, forKey: .outputCount)
    let roots = try container.decode([Int32].self, forKey: .roots)
    let features = try container.decode([Int].self, forKey: .feature)
    let thresholds = try container.decode([Float].self, forKey: .threshold)
    let missing = try container.decode([Int].self, forKey: .missingGoesLeft)
    let sets = try container.decode([Int].self, forKey: .levelSet)
    let left = try container.decode([Int32].self, forKey: .left)
    let right = try container.decode([Int32].self, forKey: .right)
    let leafValues = try container.decode([Double].self, forKey: .leafValues)
    let levelWords = try container.decode([UInt32].self, forKey: .levelWords)

    let count = features.count
    try require(
      levelCounts.count < TreeNode.featureLimit
        && levelCounts.allSatisfy { (-1...1 << 24).contains($0) },
      .levelCounts,
      "level counts lie in -1...16777216"
    )
    try require(outputCount > 0, .outputCount, "at least one output, found \(outputCount)")
    try require(count <= Int(Int32.max), .feature, "nodes are counted in 31 bits")
    for (key, length) in [
      (CodingKeys.threshold, thresholds.count), (.missingGoesLeft, missing.count),
      (.levelSet, sets.count), (.left, left.count), (.right, right.count),
    ] {
      try require(length == count, key, "\(count) nodes, but \(length) entries")
    }
    try require(leafValues.allSatisfy(\.isFinite), .leafValues, "leaf values are finite")
    try require(thresholds.allSatisfy(\.isFinite), .threshold, "thresholds are finite")
    try require(missing.allSatisfy { $0 == 0 || $0 == 1 }, .missingGoesLeft, "flags are 0 or 1")
    try require(
      roots.isEmpty ? count == 0 : roots[0] == 0,
      .roots,
      "the first tree starts at node 0"
    )

    var nodes: [TreeNode] = []
    var hasParent = [Bool](repeating: false, count: count)
    nodes.reserveCapacity(count)
    for (tree, root) in roots.enumerated() {
      let end = tree + 1 < roots.count ? Int(roots[tree + 1]) : count
      try require(
        root >= 0 && Int(root) < end && end <= count,
        .roots,
        "tree \(tree) has no nodes"
      )
      for index in Int(root)..<end {
        guard features[index] >= 0 else {
          try require(
            left[index] >= 0 && Int(left[index]) <= leafValues.count - outputCount,
            .left,
            "leaf \(index) has its values outside the list"
          )
          nodes.append(TreeNode(leafAt: Int(left[index])))
          continue
        }
        let feature = features[index]
        try require(
          feature < levelCounts.count,
          .feature,
          "node \(index) splits feature \(feature) of \(levelCounts.count)"
        )
        let children = [left[index], right[index]]
        try require(
          children.allSatisfy { Int($0) > index && Int($0) < end },
          .left,
          "the children of node \(index) don't stand after it within its tree"
        )
        for child in children {
          try require(
            !hasParent[Int(child)],
            .left,
            "node \(child) is the child of several nodes"
          )
          hasParent[Int(child)] = true
        }
        let words = (levelCounts[feature] + 31) / 32
        let set = sets[index]
        try require(
          levelCounts[feature] < 0
            ? set == -1 : set >= 0 && set <= levelWords.count - words,
          .levelSet,
          "the level set of node \(index) doesn't fit its feature"
        )
        var node =
          levelCounts[feature] < 0
          ? TreeNode(
            feature: feature,
            threshold: thresholds[index],
            missingGoesLeft: missing[index] == 1
          )
          : TreeNode(feature: feature, levelSet: set, missingGoesLeft: missing[index] == 1)
        (node.left, node.right) = (left[index], right[index])
        nodes.append(node)
      }
      try require(
        (Int(root) + 1..<end).allSatisfy { hasParent[$0] },
        .roots,
        "tree \(tree) has nodes that no walk reaches"
      )
    }
    self.init(
      kinds: levelCounts.map { $0 < 0 ? .number : .levels(count: $0) },
      outputCount: outputCount,
      aggregate: try container.decode(Aggregate.self, forKey: .aggregate),
      roots: roots,
      nodes: nodes,
      leafValues: leafValues,
      levelWords: levelWords
    )
  }
}
