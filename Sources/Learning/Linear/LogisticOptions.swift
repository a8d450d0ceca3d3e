/// How logistic regression is penalised and when it stops.
package struct LogisticOptions: Hashable, Sendable {
  /// C: the weight of the losses against ½‖b‖²; nil for no penalty.
  package var strength: Double?
  package var maximumIterations: Int

  package init(strength: Double? = 1, maximumIterations: Int = 200) {
    self.strength = strength
    self.maximumIterations = maximumIterations
  }
}
