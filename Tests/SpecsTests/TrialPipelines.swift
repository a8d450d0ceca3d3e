import Diagnostics
import Foundation
import Kernels
import Language
import Modelling
import Pipelines
import Specs
import Tables
import TestSupport

/// Pipelines fitted to samples, each with another kind of model and other steps.
struct TrialPipeline: Sendable {
  let name: String
  let sample: String
  let target: String
  let isLogarithmic: Bool
  let steps: [String]
  let model: String

  static let all = [
    TrialPipeline(
      name: "credit by logistic regression",
      sample: "german_credit",
      target: "risk",
      isLogarithmic: false,
      steps: [
        "derive monthly = credit_amount / duration", "recode saving_accounts \"not_known\"=missing",
        "impute mode saving_accounts", "clip iqr credit_amount k=3", "mask age where age > 70",
        "impute median age", "rename credit_amount=amount", "exclude where duration > 60",
        "type category job", "scale standard :number", "encode onehot :category",
      ],
      model: "logistic"
    ),
    TrialPipeline(
      name: "penguins by a forest",
      sample: "penguins_raw",
      target: "Species",
      isLogarithmic: false,
      steps: [
        "rename clean", "drop sample_number individual_id comments study_name date_egg island",
        "mask zscore culmen_*",
      ],
      model: "forest trees=5 depth=4"
    ),
    TrialPipeline(
      name: "penguins by multinomial regression",
      sample: "penguins_raw",
      target: "Species",
      isLogarithmic: false,
      steps: ["keep Cul* Flip*", "impute mean", "scale robust"],
      model: "logistic"
    ),
    TrialPipeline(
      name: "houses by ridge",
      sample: "ohio_houses",
      target: "price",
      isLogarithmic: true,
      steps: [
        "drop sale_date assessed_value", "recode lot_sqft 0=missing", "impute mean lot_sqft",
        "derive km = distance(latitude, longitude, 41.6528, -83.5379)", "scale minmax :number",
        "encode onehot drop=first",
      ],
      model: "ridge alpha=3"
    ),
    TrialPipeline(
      name: "houses by a tree",
      sample: "ohio_houses",
      target: "price",
      isLogarithmic: false,
      steps: ["drop sale_date"],
      model: "tree depth=4"
    ),
    TrialPipeline(
      name: "credit with what is known of its housing",
      sample: "german_credit",
      target: "risk",
      isLogarithmic: false,
      steps: [
        "keep housing age duration", "lookup homes on=housing", "rename rooms=space",
        "drop housing since",
      ],
      model: "forest trees=5 depth=4"
    ),
    TrialPipeline(
      name: "houses by their mean",
      sample: "ohio_houses",
      target: "price",
      isLogarithmic: false,
      steps: [],
      model: "baseline"
    ),
  ]

  /// A table beside the data; it lacks one of the three kinds of housing.
  static func homes() throws(Diagnostic) -> Frame {
    try Frame([
      Column("housing", categories: ["own", "rent"]),
      Column("rooms", doubles: [4.5, 2.25]),
      Column("tier", categories: ["high", nil]),
      Column("since", instants: [Instant(microseconds: 0), nil]),
    ])
  }

  /// The sample's first rows.
  func rows() throws(Diagnostic) -> Frame {
    try CSVReader().read("\(repository)/samples/\(sample).csv").frame.prefix(500)
  }

  func spec() throws(Diagnostic) -> PipelineSpec {
    let rows = try rows()
    let column = try rows.column(named: target)
    let target = try Target(of: column, kind: nil, positive: nil, isLogarithmic: isLogarithmic)
    let population = Population(
      frame: rows,
      target: target,
      labels: try target.values(of: column),
      held: [self.target, "species"],
      seed: Seed(0)
    )
    var recipe = Recipe(name: "main")
    for line in steps {
      var step = try StepCatalog.read(
        try Self.parse(line, StepCatalog.all.map { $0.signature }),
        tables: ["homes": try Self.homes()]
      )
      step.held = population.held
      recipe.append(step)
    }
    let plan = try PipelinePlan(
      recipe: recipe,
      modelCall: try Self.parse(model, ModelCatalog.all.map { $0.signature })
    )
    let pipeline = try plan.fit(
      population,
      rows: Array(0..<rows.rowCount),
      seed: Seed(0),
      report: .silent
    )
    return try PipelineSpec(
      pipeline,
      rows: rows,
      provenance: .init(
        tool: "assay test",
        session: steps,
        data: .init(path: sample, sha256: "", rows: rows.rowCount, columns: rows.columnCount)
      ),
      measure: target.kind == .class ? "log_loss" : "rmse",
      score: Score(values: [0.5, 0.25]),
      referenceCount: 3,
      testOpenedCount: 1
    )
  }

  private static func parse(
    _ line: String,
    _ signatures: [Signature]
  ) throws(Diagnostic) -> Call {
    let verbs = Dictionary(uniqueKeysWithValues: signatures.map { ($0.word, $0) })
    return try CallParser.parse(line, signatures: verbs).call
  }
}

/// A file that is gone with its owner.
final class TemporaryFile {
  let path = NSTemporaryDirectory() + "assay-\(UUID().uuidString).pipeline.json"

  init(_ content: some Sequence<UInt8>) throws {
    try Data(content).write(to: URL(fileURLWithPath: path))
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

extension Frame {
  /// Each column's name and the bits of its cells.
  var bits: [String] {
    columns.map { column in
      let cells = (0..<rowCount).map { row in
        let value = column.value(at: row)
        return value.double.map { String($0.bitPattern) } ?? value.literalText
      }
      return "\(column.name): " + cells.joined(separator: " ")
    }
  }
}
