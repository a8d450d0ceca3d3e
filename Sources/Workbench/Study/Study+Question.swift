import Kernels
import Language
import Tables
package import Diagnostics
package import Modelling
package import Pipelines

extension Study {
  package func requireTarget() throws(Diagnostic) -> TargetColumn {
    try requireData()
    guard let target else {
      let suggestion = view.frame.columns.first { $0.kind == .category }?.name ?? "COLUMN"
      throw Diagnostic(
        .usage,
        "no target has been named",
        try: "target \(Words.quotedName(suggestion))"
      )
    }
    return target
  }

  /// The class of each row, for drawing parts in proportion; rows without one are a class of
  /// their own. Nil for a numeric target.
  var strata: [Int]? {
    guard let target, target.target.kind == .class,
      let values = try? target.target.values(of: target.held.column)
    else { return nil }
    return values.map { $0.isNaN ? -1 : Int($0) }
  }

  /// A number for each distinct compound key of the group columns; nil without any.
  var groupNumbers: [Int]? {
    let columns = roles.filter { $0.role == .group }.map(\.held.column)
    guard !columns.isEmpty else { return nil }
    var numbers: [[Value]: Int] = [:]
    return (0..<frame.rowCount).map { row in
      let key = columns.map { $0.value(at: row) }
      let number = numbers[key] ?? numbers.count
      numbers[key] = number
      return number
    }
  }

  var times: [Double]? {
    roles.first { $0.role == .time }?.held.column.doubles
  }

  private var weights: [Double]? {
    roles.first { $0.role == .weight }?.held.column.doubles
  }

  /// What candidates are fitted to.
  ///
  /// - Parameter recipe: the one whose first step the rows are for; nil = the open one.
  package func population(for recipe: Recipe? = nil) throws(Diagnostic) -> Population {
    let target = try requireTarget()
    return Population(
      frame: try baseRows(of: recipe ?? self.recipe),
      target: target.target,
      targetNames: target.held.aliases,
      labels: try target.target.values(of: target.held.column),
      held: heldNames,
      weights: weights,
      seed: baseSeed
    )
  }

  /// The validation in force, and whether a line asked for it.
  package var validationInForce: (validation: Validation, isSaid: Bool) {
    if let validation { return (validation, true) }
    if split?.hasValidation == true { return (.holdout, false) }
    return (.kfold(folds: Validation.standardFoldCount, repeats: 1), false)
  }

  /// The folds of the validation in force; never a test row among them.
  package func folds() throws(Diagnostic) -> [Fold] {
    let validation = validationInForce.validation
    var given: [Int]?
    if case .column(let name) = validation {
      guard let foldColumn else {
        throw Diagnostic(.internal, "the folds of column '\(name)' were not kept")
      }
      given = foldColumn.column.categories.codes.map {
        $0 == Categories.missingCode ? -1 : Int($0)
      }
    }
    let rows = (0..<frame.rowCount).filter { split?.parts[$0] != .test }
    return try validation.folds(
      of: FoldSource(
        rows: rows,
        rowNumbers: frame.rowNumbers.array,
        strata: strata,
        groups: groupNumbers,
        times: times,
        isValidation: split?.parts.map { $0 == .validation },
        given: given,
        seed: baseSeed
      )
    )
  }

  /// Everything but recipe and model that a candidate's scores depend on; candidates with the same
  /// setting stand on one board.
  package var setting: String {
    let held = heldColumns.map(\.column.digest).joined(separator: " ")
    let target = target.map { "\($0.target.kind) \($0.target.levels) \($0.target.isLogarithmic)" }
    let parts = split.map { $0.parts.map { String($0.rank) }.joined() }
    let texts = [
      frame.digest, held, target ?? "", roles.map(\.role.rawValue).joined(separator: " "),
      parts ?? "", validationInForce.validation.text, String(seed),
    ]
    return Fingerprint.sha256(of: Array(texts.joined(separator: "\n").utf8))
  }

  /// Candidates that can be compared as things stand.
  package func board() -> [Candidate] {
    let setting = setting
    return candidates.filter { $0.setting == setting }
  }

  /// The measures in force, the first of which ranks.
  package var measuresInForce: [any Measure.Type] {
    let named = measures.compactMap { MeasureCatalog.measure(named: $0) }
    guard named.isEmpty, let target else { return named }
    return [MeasureCatalog.standard(forClasses: target.target.kind == .class)]
  }
}
