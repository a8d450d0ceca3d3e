/// Fitted trees: a single one, a forest, or later a boosted sum.
///
/// Trees are laid out one after the other in flat arrays; a node's children stand after it within
/// its tree, so every walk ends.
package struct TreeEnsemble: Hashable, Sendable {
  package enum Aggregate: String, Hashable, Sendable, Codable {
    case mean
    case sum
  }

  package let kinds: [FeatureKind]
  /// How many numbers a prediction holds: 1, or one for each class.
  package let outputCount: Int
  package let aggregate: Aggregate
  /// The number of each tree's first node.
  let roots: [Int32]
  let nodes: [TreeNode]
  let leafValues: [Double]
  /// Bits of level sets, 32 levels a word.
  let levelWords: [UInt32]

  package var treeCount: Int { roots.count }
  package var nodeCount: Int { nodes.count }

  init(
    _ trees: [GrownTree],
    kinds: [FeatureKind],
    outputCount: Int,
    aggregate: Aggregate
  ) {
    var roots: [Int32] = []
    var nodes: [TreeNode] = []
    var leafValues: [Double] = []
    var levelWords: [UInt32] = []
    for tree in trees {
      let (first, value, word) = (nodes.count, leafValues.count, levelWords.count)
      roots.append(Int32(first))
      nodes += tree.nodes.map { $0.moved(nodes: first, values: value, words: word) }
      leafValues += tree.leafValues
      levelWords += tree.levelWords
    }
    self.init(
      kinds: kinds,
      outputCount: outputCount,
      aggregate: aggregate,
      roots: roots,
      nodes: nodes,
      leafValues: leafValues,
      levelWords: levelWords
    )
  }

  init(
    kinds: [FeatureKind],
    outputCount: Int,
    aggregate: Aggregate,
    roots: [Int32],
    nodes: [TreeNode],
    leafValues: [Double],
    levelWords: [UInt32]
  ) {
    self.kinds = kinds
    self.outputCount = outputCount
    self.aggregate = aggregate
    self.roots = roots
    self.nodes = nodes
    self.leafValues = leafValues
    self.levelWords = levelWords
  }
}
