package import Diagnostics
package import Kernels
package import Language
import Learning
package import Pipelines
package import Tables

/// What a candidate is fitted to: the rows that aren't test, with the target and what may not be a
/// feature.
package struct Population: Sendable {
  /// The source columns of all rows.
  package var frame: Frame
  package var target: Target
  /// Every name that the target's column has had: no feature may be made from it.
  package var targetNames: Set<String>
  /// One a row, NaN where the target is missing.
  package var labels: [Double]
  /// Target, roles and split under every name they have had: never features.
  package var held: Set<String>
  package var weights: [Double]?
  package var seed: Seed

  package init(
    frame: Frame,
    target: Target,
    targetNames: Set<String> = [],
    labels: [Double],
    held: Set<String>,
    weights: [Double]? = nil,
    seed: Seed
  ) {
    self.frame = frame
    self.target = target
    self.targetNames = targetNames.union([target.name])
    self.labels = labels
    self.held = held
    self.weights = weights
    self.seed = seed
  }
}

/// A recipe and a model, to be fitted together: the steps learn from the same rows as the model.
package struct PipelinePlan: Sendable {
  package var recipe: Recipe
  /// The model's own line, such as `forest trees=200`.
  package var modelCall: Call
  package var model: any Model

  package init(recipe: Recipe, modelCall: Call) throws(Diagnostic) {
    self.recipe = recipe
    self.modelCall = modelCall
    model = try ModelCatalog.read(modelCall)
  }

  /// The same line prepares and fits the same way.
  package var text: String { recipe.text + "\n" + modelCall.text }
}

extension PipelinePlan {
  /// Fits recipe and model to these rows of the population.
  ///
  /// Rows without a target and rows that the recipe marks are left out.
  ///
  /// - Parameter seed: of this fit; each fold has its own.
  /// - Throws: `.data` with the line to type when the model can't take what the recipe leaves.
  package func fit(
    _ population: Population,
    rows: [Int],
    seed: Seed,
    report: Report
  ) throws(Diagnostic) -> FittedPipeline {
    let known = rows.filter { !population.labels[$0].isNaN }
    guard !known.isEmpty else {
      throw Diagnostic(.data, "no training row has a value of '\(population.target.name)'")
    }
    // Row numbers lead from the rows that are left back to their labels.
    let training = population.frame.rows(at: known)
    var placeOfNumber: [Int: Int] = [:]
    for row in known { placeOfNumber[population.frame.rowNumbers[row]] = row }
    let (fitted, prepared) = try recipe.ordered.fit(
      to: training,
      seed: population.seed,
      report: report
    )
    let places = (0..<prepared.rowCount).compactMap { placeOfNumber[prepared.rowNumbers[$0]] }
    guard !places.isEmpty else {
      throw Diagnostic(.data, "every training row is excluded")
    }
    let features = try features(of: prepared, population)
    try refuseLeak(of: fitted.operations, into: features, population)
    try refuseRole(of: fitted.operations, into: features, population)
    let design = try Design(features, from: prepared)
    try requireComplete(design, prepared)
    let labelled = LabelledDesign(
      design: design,
      labels: try labels(population, places),
      weights: population.weights.map { weights in places.map { weights[$0] } },
      seed: seed.derived(modelCall.text)
    )
    let model = try self.model.fit(to: labelled, report: report)
    return FittedPipeline(
      recipe: fitted,
      features: features,
      modelCall: modelCall,
      model: model,
      target: population.target
    )
  }

  private func labels(
    _ population: Population,
    _ places: [Int]
  ) throws(Diagnostic) -> LabelledDesign.Labels {
    let values = places.map { population.labels[$0] }
    let traits = type(of: model).traits
    switch population.target.kind {
    case .number:
      guard traits.predictsNumbers else {
        throw Diagnostic(
          .usage,
          "\(modelCall.verb) predicts classes, '\(population.target.name)' is a number",
          try: "train linear ridge forest",
          subject: modelCall.verb
        )
      }
      return .numbers(population.target.isLogarithmic ? values.map { $0.logarithm } : values)
    case .class:
      guard traits.predictsClasses else {
        throw Diagnostic(
          .usage,
          "\(modelCall.verb) predicts numbers, '\(population.target.name)' is a class",
          try: "train logistic forest",
          subject: modelCall.verb
        )
      }
      let codes = values.map { Int($0) }
      guard Set(codes).count > 1 else {
        let only = population.target.levels[codes.first ?? 0]
        throw Diagnostic(
          .data,
          "all \(codes.count) training rows are '\(only)', at least two classes are needed"
        )
      }
      return .classes(codes, count: population.target.levels.count)
    }
  }

  // MARK: What the model can take

  private func features(
    of frame: Frame,
    _ population: Population
  ) throws(Diagnostic) -> [Feature] {
    guard type(of: model).traits.usesFeatures else { return [] }
    var features: [Feature] = []
    for column in frame.columns where !population.held.contains(column.name) {
      switch column.kind {
      case .number, .boolean: features.append(Feature(name: column.name))
      case .category where type(of: model).traits.takesCategories:
        let categories = column.categories
        let counts = categories.counts
        let present = categories.levels.indices.filter { counts[$0] > 0 }
        features.append(
          Feature(name: column.name, levels: present.map { categories.levels[$0] })
        )
      case .category, .datetime, .text: throw refusal(of: column, frame, population)
      }
    }
    guard !features.isEmpty else {
      throw Diagnostic(
        .data,
        "no column is left to learn from",
        try: "drop fewer columns"
      )
    }
    return features
  }

  /// Names every column of the same kind, so that one line mends them all.
  private func refusal(
    of column: Column,
    _ frame: Frame,
    _ population: Population
  ) -> Diagnostic {
    let alike = frame.columns.filter {
      $0.kind == column.kind && !population.held.contains($0.name)
    }
    let names = alike.map { Words.quotedName($0.name) }
    let listed = names.prefix(8).joined(separator: " ") + (names.count > 8 ? " …" : "")
    let what = column.kind == .category ? "categories" : "\(column.kind.rawValue) columns"
    return Diagnostic(
      .data,
      "\(modelCall.verb) can't take \(what) as they are: \(listed)",
      try: column.kind == .category
        ? "encode onehot :category" : "drop :\(column.kind.rawValue)"
    )
  }

  private func requireComplete(_ design: Design, _ frame: Frame) throws(Diagnostic) {
    guard !type(of: model).traits.takesMissing else { return }
    for (feature, column) in zip(design.features, design.columns) {
      let gaps = column.count { $0.isNaN }
      guard gaps > 0 else { continue }
      throw .needsComplete(
        modelCall.verb,
        feature.name,
        gaps: gaps,
        of: column.count
      )
    }
  }
}

extension Diagnostic {
  fileprivate static func needsComplete(
    _ model: String,
    _ feature: String,
    gaps: Int,
    of count: Int
  ) -> Diagnostic {
    Diagnostic(
      .data,
      "\(model) can't take missing values: '\(feature)' lacks \(gaps) of \(count) training rows",
      try: feature.contains("=") ? "impute mode :category" : "impute median :number"
    )
  }
}
