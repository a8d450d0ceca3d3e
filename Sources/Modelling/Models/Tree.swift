package import Diagnostics
package import Language
package import Learning

/// One decision tree.
package struct Tree: Model {
  package static let signature = Signature(
    "tree",
    .model,
    "one decision tree; takes categories and missing values as they are",
    options: TreeSettings.options,
    examples: [.init("train tree depth=4", "at most four questions for a row")]
  )

  package static let traits = ModelTraits(
    predictsNumbers: true,
    predictsClasses: true,
    takesMissing: true,
    takesCategories: true
  )

  private let settings: TreeSettings

  package init(reading arguments: inout ArgumentReader) throws(Diagnostic) {
    settings = try TreeSettings(reading: &arguments)
  }

  package func fit(
    to design: LabelledDesign,
    report: Report
  ) throws(Diagnostic) -> FittedTrees {
    FittedTrees(
      ensemble: try TreeEnsemble.tree(
        design.design.featureTable,
        target: design.treeTarget,
        weights: design.weights,
        options: settings.options(seed: design.seed),
        report: report
      )
    )
  }
}

/// A tree or a forest that has grown.
package struct FittedTrees: FittedModel {
  package let ensemble: TreeEnsemble

  package var stages: [Stage] { [.trees(ensemble)] }

  package func fits(_ features: [Feature], scoreCount: Int) -> Bool {
    ensemble.kinds == features.map(\.kind) && ensemble.outputCount == scoreCount
  }
}
