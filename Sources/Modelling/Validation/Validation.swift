import Diagnostics
package import Kernels
import Learning

/// How candidates are compared: which rows are fitted to, which are scored.
package enum Validation: Hashable, Sendable {
  /// Fit to the training part, score the validation part.
  case holdout
  case kfold(folds: Int, repeats: Int)
  /// Fit to what came before, score the next stretch.
  case time(folds: Int)
  /// Each distinct value of a column is a fold.
  case column(String)

  /// As the line says it.
  package var text: String {
    switch self {
    case .holdout: "holdout"
    case .kfold(let folds, let repeats):
      "kfold folds=\(folds)" + (repeats > 1 ? " repeats=\(repeats)" : "")
    case .time(let folds): "time folds=\(folds)"
    case .column(let name): "column=\(name)"
    }
  }

  package static let standardFoldCount = 5
}

/// What folds are drawn from: places in the population, none of them test rows.
package struct FoldSource: Sendable {
  package var rows: [Int]
  /// One a row of the population, as are all below.
  package var rowNumbers: [Int]
  /// Classes to keep in proportion; nil for a numeric target.
  package var strata: [Int]?
  /// Never divided.
  package var groups: [Int]?
  package var times: [Double]?
  /// The training and validation parts, for holdout.
  package var isValidation: [Bool]?
  /// The fold of each row, for `validate column=`.
  package var given: [Int]?
  package var seed: Seed

  package init(
    rows: [Int],
    rowNumbers: [Int],
    strata: [Int]? = nil,
    groups: [Int]? = nil,
    times: [Double]? = nil,
    isValidation: [Bool]? = nil,
    given: [Int]? = nil,
    seed: Seed
  ) {
    self.rows = rows
    self.rowNumbers = rowNumbers
    self.strata = strata
    self.groups = groups
    self.times = times
    self.isValidation = isValidation
    self.given = given
    self.seed = seed
  }
}
