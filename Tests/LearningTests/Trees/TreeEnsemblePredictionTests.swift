import Kernels
import Learning
import Testing

struct TreeEnsemblePredictionTests {
  @Test(arguments: [0, 2, 4])
  func `one row gives what the batch gives, to the last bit`(classCount: Int) throws {
    let (table, target) = made(rowCount: 5000, classCount: classCount)
    let forest = try TreeEnsemble.forest(
      table,
      target: target,
      options: ForestOptions(treeCount: 7)
    )
    let batch = try forest.predict(table)
    let width = forest.outputCount
    #expect(batch.count == 5000 * width)
    for row in stride(from: 0, to: 5000, by: 37) {
      #expect(forest.predict(table.row(row)) == Array(batch[row * width..<(row + 1) * width]))
    }
  }

  @Test func `training rows land in the leaves they made`() throws {
    let (table, target) = made(rowCount: 4000, classCount: 3)
    guard case .classes(let classes, _) = target else { return }
    // A leaf's shares average to the classes' shares when each row is sent to its own leaf.
    let tree = try TreeEnsemble.tree(
      table,
      target: target,
      options: TreeOptions(minimumLeaf: 30)
    )
    let outputs = try tree.predict(table)
    for known in 0..<3 {
      let total = sum(of: (0..<4000).map { outputs[$0 * 3 + known] })
      #expect(abs(total - Double(classes.count { $0 == known })) < 1e-8)
    }
  }
}
