/// Rows to fit to and rows to score, as places in the population.
package struct Fold: Hashable, Sendable {
  package var training: [Int]
  package var scored: [Int]

  package init(training: [Int], scored: [Int]) {
    self.training = training
    self.scored = scored
  }
}
