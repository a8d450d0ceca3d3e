package import Diagnostics
package import Language
import Learning

/// Many trees, each grown on its own draw of the rows.
package struct Forest: Model {
  package static let signature = Signature(
    "forest",
    .model,
    "a random forest; takes categories and missing values as they are",
    options: [.init("trees", .integer(1...100_000), standard: "100", "how many")]
      + TreeSettings.options
      + [.init("bootstrap", .flag, standard: "yes", "each tree on its own draw of the rows")],
    examples: [.init("train forest trees=300", "more trees, steadier predictions")]
  )

  package static let traits = ModelTraits(
    predictsNumbers: true,
    predictsClasses: true,
    takesMissing: true,
    takesCategories: true
  )

  private let treeCount: Int
  private let settings: TreeSettings
  private let bootstrap: Bool

  package init(reading arguments: inout ArgumentReader) throws(Diagnostic) {
    treeCount = try arguments.integer("trees", in: 1...100_000) ?? 100
    settings = try TreeSettings(reading: &arguments)
    bootstrap = try arguments.flag("bootstrap") ?? true
  }

  package func fit(
    to design: LabelledDesign,
    report: Report
  ) throws(Diagnostic) -> FittedTrees {
    FittedTrees(
      ensemble: try TreeEnsemble.forest(
        design.design.featureTable,
        target: design.treeTarget,
        weights: design.weights,
        options: ForestOptions(
          treeCount: treeCount,
          tree: settings.options(seed: design.seed),
          bootstrap: bootstrap
        ),
        report: report
      )
    )
  }
}
