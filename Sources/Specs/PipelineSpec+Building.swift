package import Diagnostics
import Language
import Learning
package import Modelling
package import Tables

extension PipelineSpec {
  /// - Parameters:
  ///   - rows: the source columns of rows that aren't test, for ranges, levels and reference rows.
  ///   - referenceCount: how many rows to store with their predictions; 0 = none.
  package init(
    _ pipeline: FittedPipeline,
    rows: Frame,
    provenance: Provenance,
    measure: String,
    score: Score,
    referenceCount: Int,
    testOpenedCount: Int
  ) throws(Diagnostic) {
    let operations = pipeline.graph.operations
    let required = try pipeline.requiredInputs(rows)
    var inputs: [Input] = []
    for source in pipeline.graph.inputs {
      let column = try rows.column(named: source)
      inputs.append(
        Input(
          name: Self.name(of: source, after: operations),
          source: source,
          kind: column.kind,
          required: required.contains(source),
          levels: column.kind == .category ? column.categories.levels : nil,
          range: column.kind == .number ? Self.range(of: try column.numbers()) : nil
        )
      )
    }
    self.init(
      provenance: provenance,
      inputs: inputs,
      pipeline: pipeline,
      measure: measure,
      score: score,
      reference: try Self.reference(pipeline, rows: rows.prefix(referenceCount)),
      testOpenedCount: testOpenedCount
    )
  }

  /// The name a source column has after all renames.
  private static func name(of source: String, after operations: [Operation]) -> String {
    var name = source
    for case .rename(let pairs) in operations {
      name = pairs.first { $0.old == name }?.new ?? name
    }
    return name
  }

  private static func range(of values: [Double]) -> [Double]? {
    let known = values.filter { !$0.isNaN }
    guard let low = known.min(), let high = known.max() else { return nil }
    return [low, high]
  }

  private static func reference(
    _ pipeline: FittedPipeline,
    rows: Frame
  ) throws(Diagnostic) -> Reference? {
    guard rows.rowCount > 0 else { return nil }
    let inputs = try rows.selecting(pipeline.graph.inputs)
    let (scores, _) = try pipeline.score(inputs)
    return Reference(
      rows: (0..<inputs.rowCount).map { row in
        inputs.row(at: row).map { $0.isMissing ? nil : $0.plainText }
      },
      predictions: (0..<inputs.rowCount).map { row in
        scores.columns.map { $0[row].isNaN ? nil : $0[row] }
      }
    )
  }
}

extension FittedPipeline {
  /// The source columns without which a row has no prediction, tried on a row that has one.
  fileprivate func requiredInputs(_ rows: Frame) throws(Diagnostic) -> Set<String> {
    let some = try rows.selecting(graph.inputs).prefix(1000)
    guard let whole = try score(some).gaps.firstIndex(where: { $0 == nil }) else {
      return Set(graph.inputs)
    }
    let row = some.rows(at: [whole])
    var required: Set<String> = []
    for name in graph.inputs {
      let gap = try row.column(named: name).masked(where: [true])
      if try score(row.setting(gap)).gaps[0] != nil { required.insert(name) }
    }
    return required
  }
}
