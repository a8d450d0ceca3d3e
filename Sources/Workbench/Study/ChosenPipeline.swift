package import Modelling

/// The candidate that was decided for, fitted for use.
package struct ChosenPipeline: Sendable {
  package var name: String
  package var candidate: Candidate
  package var pipeline: FittedPipeline
  /// Tells pipelines apart when counting openings of the test rows.
  package var digest: String
  /// Fitted to all rows that aren't test, not to the training part alone.
  package var isRefitted: Bool

  package init(
    name: String,
    candidate: Candidate,
    pipeline: FittedPipeline,
    digest: String,
    isRefitted: Bool
  ) {
    self.name = name
    self.candidate = candidate
    self.pipeline = pipeline
    self.digest = digest
    self.isRefitted = isRefitted
  }
}
