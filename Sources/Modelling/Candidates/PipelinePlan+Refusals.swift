import Diagnostics
import Language
import Learning
import Pipelines

// Features that a pipeline may not have.

extension PipelinePlan {
  /// A feature made from the target knows what it is to predict, and can't be served.
  func refuseLeak(
    of operations: [Operation],
    into features: [Feature],
    _ population: Population
  ) throws(Diagnostic) {
    func leaks(_ wanted: [String]) -> Bool {
      !population.targetNames.isDisjoint(with: operations.reaching(wanted).inputs)
    }
    guard leaks(features.map(\.name)),
      let feature = features.first(where: { leaks([$0.name]) })
    else { return }
    throw Diagnostic(
      .data,
      "'\(feature.name)' is made from the target '\(population.target.name)'",
      try: "drop \(Words.quotedName(feature.name))"
    )
  }

  /// What a pipeline asks for is never a role, a split or folds: a feature made from one would have
  /// to. As a source column of its own it may be asked for.
  func refuseRole(
    of operations: [Operation],
    into features: [Feature],
    _ population: Population
  ) throws(Diagnostic) {
    let barred = population.held.subtracting(population.targetNames)
    func role(_ wanted: [String]) -> String? {
      operations.reaching(wanted).inputs.first(where: barred.contains)
    }
    guard role(features.map(\.name)) != nil,
      let feature = features.first(where: { role([$0.name]) != nil }),
      let source = role([feature.name])
    else { return }
    let maker = recipe.steps.lazy.compactMap { step -> Call.Definition? in
      guard case .expression(let body)? = step.call.definition?.body,
        body.columns.contains(where: barred.contains)
      else { return nil }
      return step.call.definition
    }.first
    throw Diagnostic(
      .data,
      "'\(feature.name)' is made from '\(source)', which has a role or makes split or folds: it is "
        + "nothing to predict from" + (maker == nil ? "" : ", unless it is a source column"),
      try: maker.map { "compute \($0.text)" } ?? "drop \(Words.quotedName(feature.name))"
    )
  }
}
