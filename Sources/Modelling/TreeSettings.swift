import Diagnostics
import Kernels
import Language
import Learning

/// The options that a tree and a forest share.
struct TreeSettings: Sendable {
  static let options: [Signature.Option] = [
    .init("depth", .integer(1...1000), "how deep a tree may grow; any depth if left out"),
    .init("leaf", .integer(1...1_000_000), standard: "1", "fewest rows of a leaf"),
    .init("features", .integer(1...100_000), "columns that compete at a split"),
  ]

  private let depth: Int?
  private let leaf: Int
  private let features: Int?

  init(reading arguments: inout ArgumentReader) throws(Diagnostic) {
    depth = try arguments.integer("depth", in: 1...1000)
    leaf = try arguments.integer("leaf", in: 1...1_000_000) ?? 1
    features = try arguments.integer("features", in: 1...100_000)
  }

  func options(seed: Seed) -> TreeOptions {
    TreeOptions(
      maximumDepth: depth,
      minimumLeaf: leaf,
      featuresPerSplit: features,
      seed: seed
    )
  }
}

extension LabelledDesign {
  var treeTarget: TreeTarget {
    switch labels {
    case .numbers(let values): .numbers(values)
    case .classes(let codes, let count): .classes(codes, count: count)
    }
  }
}
