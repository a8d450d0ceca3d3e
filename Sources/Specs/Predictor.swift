package import Diagnostics
package import Language
import Learning
import Modelling
package import Tables

/// Predicts rows of a file by a spec, one row out for each row in.
package struct Predictor: Sendable {
  private let spec: PipelineSpec

  package init(_ spec: PipelineSpec) { self.spec = spec }

  /// The kinds to read a file's columns as, under either of their names.
  package var kinds: [String: ColumnKind] {
    var kinds: [String: ColumnKind] = [:]
    for input in spec.inputs { kinds[input.name] = input.kind }
    for input in spec.inputs { kinds[input.source] = input.kind }
    return kinds
  }

  /// The predictions of every row.
  package struct Rows: Sendable {
    /// `prediction`, then a probability a class, then `error`.
    package var frame: Frame
    package var errorCount: Int
  }

  /// - Parameter table: read with ``kinds``.
  /// - Throws: `.data` when a required column is absent.
  package func predict(_ table: Frame) throws(Diagnostic) -> Rows {
    let inputs = try inputs(of: table)
    var faults = unreadableCells(in: inputs)
    let (scores, gaps) = try spec.pipeline.score(inputs)
    for (row, gap) in gaps.enumerated() where faults[row] == nil {
      if let gap { faults[row] = "\(gap) is missing" }
    }
    var columns = [prediction(scores, faults)]
    if let levels = scores.answer.classes {
      for (level, probabilities) in zip(levels, scores.columns) {
        columns.append(
          Column(
            "probability_\(level)",
            doubles: probabilities.indices.map { faults[$0] == nil ? probabilities[$0] : .nan }
          )
        )
      }
    }
    columns.append(Column("error", texts: faults))
    return Rows(
      frame: try Frame(columns, rowNumbers: table.rowNumbers),
      errorCount: faults.count { $0 != nil }
    )
  }

  /// The source columns, found by either name, in the kinds they were learned from.
  private func inputs(of table: Frame) throws(Diagnostic) -> Frame {
    // One column's old name can be another's new one: a table that lacks a source's name and has
    // all of the others speaks in the recipe's names.
    let needed = spec.inputs.filter(\.required)
    let isRenamed =
      !needed.allSatisfy { table.hasColumn(named: $0.source) }
      && needed.allSatisfy { table.hasColumn(named: $0.name) }
    var columns: [Column] = []
    for input in spec.inputs {
      let names = isRenamed ? [input.name, input.source] : [input.source, input.name]
      guard let name = names.first(where: table.hasColumn(named:)) else {
        guard input.required else {
          columns.append(
            Column(
              input.source,
              input.kind,
              values: [Value](repeating: .missing, count: table.rowCount)
            )
          )
          continue
        }
        throw .unknownColumn(input.source, known: table.names)
      }
      let column = try table.column(named: name).converted(to: input.kind)
      columns.append(column.renamed(input.source))
    }
    return try Frame(columns, rowNumbers: table.rowNumbers)
  }

  private func unreadableCells(in inputs: Frame) -> [String?] {
    var faults = [String?](repeating: nil, count: inputs.rowCount)
    for (column, input) in zip(inputs.columns, spec.inputs) {
      for (row, text) in column.unreadable where faults[row] == nil {
        faults[row] = "\(input.name) is '\(text)', expected a \(input.kind.rawValue)"
      }
    }
    return faults
  }

  private func prediction(_ scores: Scores, _ faults: [String?]) -> Column {
    let values = scores.predictions
    guard let levels = scores.answer.classes else {
      return Column(
        "prediction",
        doubles: values.indices.map { faults[$0] == nil ? values[$0] : .nan }
      )
    }
    return Column(
      "prediction",
      categories: values.indices.map {
        faults[$0] == nil && !values[$0].isNaN ? levels[Int(values[$0])] : nil
      }
    )
  }
}
