package import Kernels

/// How one tree grows.
package struct TreeOptions: Hashable, Sendable {
  /// Nil: until leaves are pure or too small.
  package var maximumDepth: Int?
  /// Rows that each side of a split must keep.
  package var minimumLeaf: Int
  /// Rows that a node must hold to be split.
  package var minimumSplit: Int
  /// How many features, drawn anew at each node, compete; nil for all.
  ///
  /// As in scikit-learn the search goes on past that number until one of them can split.
  package var featuresPerSplit: Int?
  package var seed: Seed

  package init(
    maximumDepth: Int? = nil,
    minimumLeaf: Int = 1,
    minimumSplit: Int = 2,
    featuresPerSplit: Int? = nil,
    seed: Seed = Seed(0)
  ) {
    self.maximumDepth = maximumDepth
    self.minimumLeaf = minimumLeaf
    self.minimumSplit = minimumSplit
    self.featuresPerSplit = featuresPerSplit
    self.seed = seed
  }
}
