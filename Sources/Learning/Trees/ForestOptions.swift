/// How a forest grows: trees of one kind, each on its own bootstrap sample.
package struct ForestOptions: Hashable, Sendable {
  package var treeCount: Int
  /// Nil in `featuresPerSplit` means the square root of the number of features for classes and all
  /// of them for numbers, as in scikit-learn.
  package var tree: TreeOptions
  package var bootstrap: Bool

  package init(treeCount: Int = 100, tree: TreeOptions = TreeOptions(), bootstrap: Bool = true) {
    self.treeCount = treeCount
    self.tree = tree
    self.bootstrap = bootstrap
  }
}
