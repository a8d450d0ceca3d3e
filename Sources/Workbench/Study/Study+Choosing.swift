import Tables
import Kernels
import Language
package import Diagnostics
package import Modelling

extension Study {
  /// - Throws: `.usage` when no candidate can be compared as things stand.
  package func requireBoard() throws(Diagnostic) -> [Candidate] {
    let board = board()
    guard board.isEmpty else { return board }
    _ = try requireTarget()
    throw Diagnostic(
      .usage,
      candidates.isEmpty
        ? "no candidate has been trained"
        : "rows, target, roles or validation have changed since the candidates were trained",
      try: "train baseline forest"
    )
  }

  /// A candidate of the board by its name, or the best by the first measure.
  package func candidate(named name: String?) throws(Diagnostic) -> Candidate {
    let board = try requireBoard()
    if let name {
      guard let candidate = board.first(where: { $0.name == name }) else {
        throw .unknown("candidate", name, known: board.map(\.name))
      }
      return candidate
    }
    let population = try population()
    let measure = measuresInForce[0]
    let scored = board.map { ($0, $0.score(measure, population)) }
    guard let best = scored.min(by: { Leaderboard.isBetter($0.1, $1.1, measure) }) else {
      throw Diagnostic(.internal, "an empty board")
    }
    return best.0
  }

  /// The chosen candidate, else the best.
  package func candidateInForce() throws(Diagnostic) -> Candidate {
    if let chosen, board().contains(where: { $0.name == chosen.name }) { return chosen.candidate }
    return try candidate(named: nil)
  }

  /// The candidate fitted for use: under holdout the fit to the training part, unless `refits`;
  /// under folds a fit to all rows that aren't test.
  package func fit(
    _ candidate: Candidate,
    refits: Bool,
    ledger: Ledger,
    report: Report
  ) throws(Diagnostic) -> ChosenPipeline {
    let digest = candidate.setting + candidate.plan.text + (refits ? "refit" : "")
    var chosen: FittedPipeline?
    if let kept = candidate.holdoutFit, !refits { chosen = kept }
    chosen = chosen ?? ledger.fit(digest)
    if let chosen {
      return ChosenPipeline(
        name: candidate.name,
        candidate: candidate,
        pipeline: chosen,
        digest: digest,
        isRefitted: refits || candidate.holdoutFit == nil
      )
    }
    let population = try population(for: candidate.plan.recipe)
    let rows = (0..<frame.rowCount).filter { split?.parts[$0] != .test }
    let fitted = try candidate.plan.fit(
      population,
      rows: rows,
      seed: population.seed,
      report: report.prefixed("\(candidate.name), all rows that aren't test")
    )
    ledger.keep(fitted, as: digest)
    return ChosenPipeline(
      name: candidate.name,
      candidate: candidate,
      pipeline: fitted,
      digest: digest,
      isRefitted: true
    )
  }
}
