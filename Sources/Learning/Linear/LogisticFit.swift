/// A fitted logistic regression.
///
/// With two classes there is one row of coefficients, the log odds of class 1. With more there is
/// one row for each class (softmax), and the rows sum to zero where the penalty leaves that open.
package struct LogisticFit: Hashable, Sendable, Codable {
  package let classCount: Int
  /// One row, or one for each class; each with a number for every column.
  package let coefficients: [[Double]]
  package let intercepts: [Double]
  package let iterations: Int
  /// False when the iterations ran out first.
  package let converged: Bool
  /// Without a penalty: coefficients would grow without end, as columns divide classes perfectly.
  ///
  /// Some classes divided are enough. What stands here is where the search was stopped.
  package let separated: Bool

  /// The intercept of a class that the training rows don't have (its probability is then zero).
  package static let absent = -1e6
}
