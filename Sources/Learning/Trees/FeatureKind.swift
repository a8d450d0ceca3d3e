/// What the numbers of a feature mean to a tree.
package enum FeatureKind: Hashable, Sendable {
  /// Split by a threshold.
  case number
  /// Codes 0..<count of a category's levels, split by sets of levels.
  case levels(count: Int)

  package var levelCount: Int {
    switch self {
    case .number: 0
    case .levels(let count): count
    }
  }
}
