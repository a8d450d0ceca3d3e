package import Diagnostics
import Kernels
import Learning

extension Validation {
  /// The folds over the given rows.
  ///
  /// - Throws: `.usage` when the study lacks what this validation needs; `.data` when there are
  ///   fewer rows, groups or times than folds.
  package func folds(of source: FoldSource) throws(Diagnostic) -> [Fold] {
    let folds: [Fold]
    switch self {
    case .holdout: folds = try Self.holdout(source)
    case .kfold(let count, let repeats):
      folds = Self.kfold(source, count: count, repeats: repeats)
    case .time(let count): folds = try Self.time(source, count: count)
    case .column(let name): folds = try Self.given(source, column: name)
    }
    guard !folds.isEmpty, folds.allSatisfy({ !$0.training.isEmpty && !$0.scored.isEmpty }) else {
      throw Diagnostic(
        .data,
        "\(source.rows.count) rows can't fill the folds of 'validate \(text)'",
        try: "validate kfold folds=2"
      )
    }
    return folds
  }

  private static func holdout(_ source: FoldSource) throws(Diagnostic) -> [Fold] {
    guard let isValidation = source.isValidation,
      source.rows.contains(where: { isValidation[$0] })
    else {
      throw Diagnostic(
        .usage,
        "'validate holdout' needs a validation part",
        try: "split 60/20/20"
      )
    }
    return [
      Fold(
        training: source.rows.filter { !isValidation[$0] },
        scored: source.rows.filter { isValidation[$0] }
      )
    ]
  }

  private static func kfold(_ source: FoldSource, count: Int, repeats: Int) -> [Fold] {
    let rows = source.rows
    let draws = Folds.folds(
      rowNumbers: rows.map { source.rowNumbers[$0] },
      folds: count,
      repeats: repeats,
      seed: source.seed.derived("validate kfold"),
      strata: source.strata.map { strata in rows.map { strata[$0] } },
      groups: source.groups.map { groups in rows.map { groups[$0] } }
    )
    return draws.flatMap { draw in
      (0..<count).map { number in
        Fold(
          training: rows.indices.filter { draw[$0] != number }.map { rows[$0] },
          scored: rows.indices.filter { draw[$0] == number }.map { rows[$0] }
        )
      }
    }
  }

  private static func time(_ source: FoldSource, count: Int) throws(Diagnostic) -> [Fold] {
    guard let times = source.times else {
      throw Diagnostic(
        .usage,
        "'validate time' needs a column with the role time",
        try: "role time COLUMN"
      )
    }
    let rows = source.rows
    return Folds.timeFolds(
      rows.map { times[$0] },
      folds: count,
      groups: source.groups.map { groups in rows.map { groups[$0] } }
    ).map { fold in
      Fold(training: fold.training.map { rows[$0] }, scored: fold.scored.map { rows[$0] })
    }
  }

  private static func given(_ source: FoldSource, column: String) throws(Diagnostic) -> [Fold] {
    guard let given = source.given else {
      throw Diagnostic(.internal, "the folds of column '\(column)' were not read")
    }
    let numbers = Set(source.rows.map { given[$0] }).sorted()
    guard numbers.count > 1 else {
      throw Diagnostic(
        .data,
        "'\(column)' has one value only, at least two make folds",
        subject: column
      )
    }
    return numbers.map { number in
      Fold(
        training: source.rows.filter { given[$0] != number },
        scored: source.rows.filter { given[$0] == number }
      )
    }
  }
}
