import Canvas
package import Diagnostics
package import Language

/// Ranks the candidates of the board.
package struct CompareCommand: Command {
  package static let signature = Signature(
    "compare",
    .modelling,
    "rank the candidates by the first measure",
    examples: [.init("compare", "all that were scored on the same rows")]
  )

  package init(reading arguments: inout ArgumentReader) throws(Diagnostic) {}

  package func run(
    in study: inout Study,
    _ context: RunContext
  ) throws(Diagnostic) -> Outcome {
    let population = try study.population()
    let board = try study.requireBoard()
    let others = study.candidates.count - board.count
    let warnings =
      others > 0
      ? ["\(NumberFormat.count(others, "candidate")) on another board: scored on other rows"] : []
    return Outcome(
      Leaderboard(board, study: study, population: population, isRanked: true),
      warnings: warnings
    )
  }
}
