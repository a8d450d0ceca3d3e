import Diagnostics
import Learning
import Modelling
import Specs
import Tables

extension Study {
  /// Places of the rows that aren't sealed.
  var openRows: [Int] { (0..<frame.rowCount).filter { split?.parts[$0] != .test } }

  /// - Throws: `.usage` before a `choose` that still holds.
  func requireChosen() throws(Diagnostic) -> ChosenPipeline {
    guard let chosen else {
      _ = try requireTarget()
      throw Diagnostic(
        .usage,
        "no candidate has been chosen",
        try: candidates.isEmpty ? "train baseline forest" : "choose best"
      )
    }
    return chosen
  }

  func spec(
    of chosen: ChosenPipeline,
    _ context: RunContext,
    referenceCount: Int
  ) throws(Diagnostic) -> PipelineSpec {
    guard let source else { throw Diagnostic(.internal, "a chosen pipeline without data") }
    let population = try population(for: chosen.candidate.plan.recipe)
    let measure = measuresInForce[0]
    return try PipelineSpec(
      chosen.pipeline,
      rows: population.frame.rows(at: openRows),
      provenance: PipelineSpec.Provenance(
        tool: Tool.nameAndVersion,
        session: context.history,
        data: PipelineSpec.DataFacts(
          path: source.path,
          sha256: source.digest.sha256 ?? "",
          rows: frame.rowCount,
          columns: frame.columnCount
        )
      ),
      measure: measure.name,
      score: chosen.candidate.score(measure, population),
      referenceCount: referenceCount,
      testOpenedCount: context.ledger.openedCount
    )
  }
}

/// The program as it signs what it writes.
package enum Tool {
  package static let version = "0.1.0"
  package static let nameAndVersion = "assay \(version)"
}
