package import Kernels

/// One thing a fitted model does to its matrix, row by row: the second half of the scoring graph.
package enum Stage: Sendable {
  /// The same scores for every row.
  case constant([Double])
  /// Scores = intercepts + x · weights; `weights` is features × scores.
  case linear(weights: Matrix, intercepts: [Double])
  /// A missing feature goes where the tree learned to send it.
  case trees(TreeEnsemble)
  /// One score to the probabilities of two classes, the second first: p and 1 − p turned round.
  case logistic
  case softmax
  /// Scores to the exponential of each: undoes a logarithm of the target.
  case exponential

  /// Whether every feature must have a value.
  var needsComplete: Bool {
    if case .linear = self { return true }
    return false
  }
}
