/// One fold of an expanding window: places of rows to fit on, all earlier than those to score.
package struct TimeFold: Hashable, Sendable {
  package let training: [Int]
  package let scored: [Int]

  package init(training: [Int], scored: [Int]) {
    self.training = training
    self.scored = scored
  }
}
