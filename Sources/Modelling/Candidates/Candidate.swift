import Diagnostics
import Kernels
import Language
package import Learning
import Pipelines

/// A recipe, a model and a validation, with what came of them.
package struct Candidate: Sendable {
  package var name: String
  package let plan: PipelinePlan
  /// Population, target, roles and validation in one text: candidates with the same one are
  /// compared on the same board.
  package let setting: String
  package let folds: [FoldResult]
  /// Fitted to the training rows: there under `validate holdout` only.
  package let holdoutFit: FittedPipeline?
  package let warnings: [String]

  package var fitSeconds: Double { folds.reduce(0) { $0 + $1.fitSeconds } }
  package var predictSeconds: Double { folds.reduce(0) { $0 + $1.predictSeconds } }

  package init(
    name: String,
    plan: PipelinePlan,
    setting: String,
    folds: [FoldResult],
    holdoutFit: FittedPipeline?,
    warnings: [String]
  ) {
    self.name = name
    self.plan = plan
    self.setting = setting
    self.folds = folds
    self.holdoutFit = holdoutFit
    self.warnings = warnings
  }
}

/// Predictions for the rows of one fold, from a fit that never saw them.
package struct FoldResult: Sendable {
  /// Places in the population, of rows whose target is known.
  package let rows: [Int]
  package let scores: Scores
  package let fitSeconds: Double
  package let predictSeconds: Double

  package init(rows: [Int], scores: Scores, fitSeconds: Double, predictSeconds: Double) {
    self.rows = rows
    self.scores = scores
    self.fitSeconds = fitSeconds
    self.predictSeconds = predictSeconds
  }
}

/// A measure over folds.
package struct Score: Hashable, Sendable, Codable {
  package let mean: Double?
  /// With n − 1; nil below two folds.
  package let sd: Double?
  /// Nil where a fold's is undefined.
  package let values: [Double?]

  package init(values: [Double?]) {
    self.values = values
    let known = values.compactMap(\.self)
    let isWhole = known.count == values.count && !known.isEmpty
    mean = isWhole ? Kernels.mean(of: known) : nil
    sd = isWhole && known.count > 1 ? Moments(of: known).standardDeviation : nil
  }
}

extension Candidate {
  /// The measure on each fold's rows. Nothing is fitted again.
  package func score(_ measure: any Measure.Type, _ population: Population) -> Score {
    Score(values: folds.map { measure.score($0.scoredRows(population)) })
  }

  /// One prediction for each row that has any: of the first fold that scored it.
  package func outOfFold(rowCount: Int) -> Scores? {
    guard let first = folds.first else { return nil }
    var columns = first.scores.columns.map { _ in [Double](repeating: .nan, count: rowCount) }
    for fold in folds.reversed() {
      for (place, column) in fold.scores.columns.enumerated() {
        for (index, row) in fold.rows.enumerated() { columns[place][row] = column[index] }
      }
    }
    return Scores(answer: first.scores.answer, columns: columns)
  }
}

extension FoldResult {
  package func scoredRows(_ population: Population) -> ScoredRows {
    ScoredRows(rows: rows, scores: scores, population)
  }
}

extension ScoredRows {
  /// - Parameter rows: places in the population; `scores` has one each.
  package init(rows: [Int], scores: Scores, _ population: Population) {
    let isClass = population.target.kind == .class
    self.init(
      actual: rows.map { population.labels[$0] },
      predicted: scores.predictions,
      probabilities: isClass ? scores.columns : [],
      positive: population.target.positive
    )
  }
}
