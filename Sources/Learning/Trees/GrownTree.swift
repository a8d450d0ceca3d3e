/// One tree, numbered from 0.
struct GrownTree: Sendable {
  var nodes: [TreeNode] = []
  var leafValues: [Double] = []
  var levelWords: [UInt32] = []
}
