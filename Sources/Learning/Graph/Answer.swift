/// What the scores of the last stage are.
package enum Answer: Hashable, Sendable {
  case number
  /// Probabilities of these levels; the first of the largest is the label.
  case classes([String])

  package var classes: [String]? {
    if case .classes(let levels) = self { return levels }
    return nil
  }
}
