import Language
import Tables
package import Diagnostics
import Kernels
import Learning

extension PipelinePlan {
  /// Fits to each fold's training rows and scores its other rows.
  ///
  /// - Parameter keepsFit: keep the (only) fold's fit, as holdout does.
  package func validate(
    _ population: Population,
    folds: [Fold],
    keepsFit: Bool,
    name: String,
    setting: String,
    report: Report
  ) throws(Diagnostic) -> Candidate {
    var results: [FoldResult] = []
    var warnings: [String] = []
    var kept: FittedPipeline?
    let clock = ContinuousClock()
    for (number, fold) in folds.enumerated() {
      let label = folds.count > 1 ? "\(name), fold \(number + 1) of \(folds.count)" : name
      let report = report.prefixed(label)
      let started = clock.now
      let fit: FittedPipeline
      do throws(Diagnostic) {
        fit = try self.fit(
          population,
          rows: fold.training,
          seed: population.seed.derived(chunk: number),
          report: report
        )
      } catch {
        // What only this fold's rows can't do is said with the fold.
        guard number > 0, error.kind == .data || error.kind == .numeric else { throw error }
        var fault = error
        fault.message = "\(label): \(error.message)"
        throw fault
      }
      let fitted = clock.now
      let rows = fold.scored.filter { !population.labels[$0].isNaN }
      let (scores, gaps) = try fit.score(population.frame.rows(at: rows))
      try requireScores(gaps)
      results.append(
        FoldResult(
          rows: rows,
          scores: scores,
          fitSeconds: (fitted - started).seconds,
          predictSeconds: (clock.now - fitted).seconds
        )
      )
      for warning in fit.model.warnings where !warnings.contains(warning) {
        warnings.append(warning)
      }
      if keepsFit { kept = fit }
    }
    return Candidate(
      name: name,
      plan: self,
      setting: setting,
      folds: results,
      holdoutFit: kept,
      warnings: warnings
    )
  }

  /// A row without a score would make the comparison one of different rows.
  private func requireScores(_ gaps: [String?]) throws(Diagnostic) {
    let lacking = gaps.compactMap(\.self)
    guard let feature = lacking.first else { return }
    throw Diagnostic(
      .data,
      "\(modelCall.verb) can't take missing values: \(lacking.count) rows to be scored lack "
        + "'\(feature)'",
      try: feature.contains("=") ? "impute mode :category" : "impute median :number"
    )
  }
}

extension Duration {
  var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) * 1e-18
  }
}
