package import Diagnostics
import Kernels

extension TreeEnsemble {
  /// Writes the prediction for one row to the first `outputCount` places of `outputs`.
  ///
  /// - Parameters:
  ///   - row: one value for each feature, made by ``FeatureTable/feature(_:)``.
  ///   - outputs: at least `outputCount` places.
  package func predict(_ row: Swift.Span<Float>, into outputs: inout [Double]) {
    precondition(row.count >= kinds.count, "a row has a value for each feature")
    for place in 0..<outputCount { outputs[place] = 0 }
    let nodes = nodes.span
    let values = leafValues.span
    for root in roots {
      let leaf = leaf(of: row, offset: 0, from: Int(root), nodes: nodes)
      for place in 0..<outputCount { outputs[place] += values[leaf + place] }
    }
    guard aggregate == .mean, treeCount > 0 else { return }
    for place in 0..<outputCount { outputs[place] /= Double(treeCount) }
  }

  package func predict(_ row: [Float]) -> [Double] {
    var outputs = [Double](repeating: 0, count: outputCount)
    predict(row.span, into: &outputs)
    return outputs
  }

  /// The predictions for all rows, `outputCount` numbers for each row in turn; bit for bit what
  /// each row alone gives.
  package func predict(_ table: FeatureTable) throws(Diagnostic) -> [Double] {
    precondition(table.kinds.count == kinds.count, "a table has a column for each feature")
    let parts = try ChunkRunner.run(rows: table.rowCount, size: 4096) { rows in
      predict(table, rows: rows)
    }
    return Array(parts.joined())
  }

  /// Tree by tree over blocks of rows: a tree stays in the cache while many rows walk it.
  private func predict(_ table: FeatureTable, rows: Range<Int>) -> [Double] {
    let width = kinds.count
    var outputs = [Double](repeating: 0, count: rows.count * outputCount)
    var block = [Float](repeating: 0, count: 256 * width)
    let nodes = nodes.span
    let values = leafValues.span
    for start in stride(from: rows.lowerBound, to: rows.upperBound, by: 256) {
      let end = min(start + 256, rows.upperBound)
      for feature in 0..<width {
        let column = table.columns[feature]
        for row in start..<end { block[(row - start) * width + feature] = column[row] }
      }
      let block = block.span
      var outputs = outputs.mutableSpan
      for root in roots {
        for row in start..<end {
          let leaf = leaf(of: block, offset: (row - start) * width, from: Int(root), nodes: nodes)
          let place = (row - rows.lowerBound) * outputCount
          for output in 0..<outputCount { outputs[place + output] += values[leaf + output] }
        }
      }
    }
    guard aggregate == .mean, treeCount > 0 else { return outputs }
    for place in outputs.indices { outputs[place] /= Double(treeCount) }
    return outputs
  }

  /// The place of the first value of the leaf that a row reaches.
  @inline(__always)
  private func leaf(
    of row: Swift.Span<Float>,
    offset: Int,
    from root: Int,
    nodes: Swift.Span<TreeNode>
  ) -> Int {
    var node = nodes[root]
    while !node.isLeaf {
      let value = row[offset + node.feature]
      let goesLeft =
        node.dividesLevels
        ? sendsLeft(value, node) : value.isNaN ? node.missingGoesLeft : value <= node.threshold
      node = nodes[Int(goesLeft ? node.left : node.right)]
    }
    return Int(node.left)
  }

  private func sendsLeft(_ value: Float, _ node: TreeNode) -> Bool {
    let count = kinds[node.feature].levelCount
    guard value >= 0, value < Float(count), value == value.rounded() else {
      return node.missingGoesLeft
    }
    let level = Int(value)
    return levelWords[node.levelSet + level / 32] >> UInt32(level % 32) & 1 == 1
  }
}
