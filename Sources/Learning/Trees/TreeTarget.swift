/// What a tree predicts.
package enum TreeTarget: Hashable, Sendable {
  /// Splits reduce the variance; a leaf gives the mean.
  case numbers([Double])
  /// Classes 0..<count for each row; splits reduce Gini's impurity; a leaf gives class shares.
  case classes([Int], count: Int)

  package var rowCount: Int {
    switch self {
    case .numbers(let values): values.count
    case .classes(let codes, _): codes.count
    }
  }

  /// How many numbers a leaf gives.
  package var outputCount: Int {
    switch self {
    case .numbers: 1
    case .classes(_, let count): count
    }
  }
}
