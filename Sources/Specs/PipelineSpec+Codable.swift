import Diagnostics
import Language
import Learning
import Modelling
import Pipelines

extension PipelineSpec: Codable {
  private enum CodingKeys: String, CodingKey {
    case format, version, provenance, target, inputs, steps, features, model, measure, score
    case reference
    case testOpenedCount = "test_opened"
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(Self.format, forKey: .format)
    try container.encode(Self.version, forKey: .version)
    try container.encode(provenance, forKey: .provenance)
    try container.encode(pipeline.target, forKey: .target)
    try container.encode(inputs, forKey: .inputs)
    try container.encode(pipeline.recipe.steps.map(StoredStep.init), forKey: .steps)
    try container.encode(pipeline.features, forKey: .features)
    try container.encode(
      StoredModel(call: pipeline.modelCall, model: pipeline.model),
      forKey: .model
    )
    try container.encode(measure, forKey: .measure)
    try container.encode(score, forKey: .score)
    try container.encodeIfPresent(reference, forKey: .reference)
    try container.encode(testOpenedCount, forKey: .testOpenedCount)
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let format = try container.decode(String.self, forKey: .format)
    let version = try container.decode(Int.self, forKey: .version)
    guard format == Self.format else {
      throw Diagnostic(.file, "the file is '\(format)', '\(Self.format)' was expected")
    }
    guard version == Self.version else {
      throw Diagnostic(
        .file,
        "the spec has version \(version), this program reads version \(Self.version)"
      )
    }
    provenance = try container.decode(Provenance.self, forKey: .provenance)
    inputs = try container.decode([Input].self, forKey: .inputs)
    let stored = try container.decode(StoredModel.self, forKey: .model)
    let features = try container.decode([Feature].self, forKey: .features)
    let target = try container.decode(Target.self, forKey: .target)
    let scoreCount = target.answer.classes?.count ?? 1
    guard stored.model.fits(features, scoreCount: scoreCount) else {
      throw Diagnostic(
        .file,
        "the model '\(stored.call.text)' doesn't fit \(features.count) features and \(scoreCount) "
          + (scoreCount == 1 ? "score" : "scores")
      )
    }
    pipeline = FittedPipeline(
      recipe: FittedRecipe(
        steps: try container.decode([StoredStep].self, forKey: .steps).map(\.step)
      ),
      features: features,
      modelCall: stored.call,
      model: stored.model,
      target: target
    )
    measure = try container.decode(String.self, forKey: .measure)
    score = try container.decode(Score.self, forKey: .score)
    reference = try container.decodeIfPresent(Reference.self, forKey: .reference)
    testOpenedCount = try container.decode(Int.self, forKey: .testOpenedCount)
  }
}

/// A fitted step as its line and what it learned; the line says which type to read.
private struct StoredStep: Codable {
  let step: FittedRecipeStep

  private enum CodingKeys: String, CodingKey { case step, state }

  init(_ step: FittedRecipeStep) { self.step = step }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(step.call.text, forKey: .step)
    try container.encode(step.fitted, forKey: .state)
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let line = try container.decode(String.self, forKey: .step)
    var signatures: [String: Signature] = [:]
    for type in StepCatalog.all { signatures[type.signature.word] = type.signature }
    let call = try CallParser.parse(line, signatures: signatures).call
    // The line is the step: one that can't be read says something else than what was learned.
    guard let type = StepCatalog.step(named: try StepCatalog.read(call).call.verb) else {
      throw Diagnostic(.file, "the spec has a step '\(line)' that this program doesn't know")
    }
    step = FittedRecipeStep(
      call: call,
      fitted: try container.decode(type.fittedType, forKey: .state)
    )
    guard step.fitted.isSound else {
      throw Diagnostic(.file, "what '\(line)' has learned contradicts itself")
    }
  }
}

private struct StoredModel: Codable {
  let call: Call
  let model: any FittedModel

  private enum CodingKeys: String, CodingKey { case model, state }

  init(call: Call, model: any FittedModel) {
    self.call = call
    self.model = model
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(call.text, forKey: .model)
    try container.encode(model, forKey: .state)
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let line = try container.decode(String.self, forKey: .model)
    var signatures: [String: Signature] = [:]
    for type in ModelCatalog.all { signatures[type.signature.word] = type.signature }
    call = try CallParser.parse(line, signatures: signatures).call
    _ = try ModelCatalog.read(call)
    model = try container.decode(
      try ModelCatalog.model(named: call.verb).fittedType,
      forKey: .state
    )
  }
}

extension Step {
  fileprivate static var fittedType: any FittedStep.Type { Fitted.self }
}

extension Model {
  fileprivate static var fittedType: any FittedModel.Type { Fitted.self }
}
