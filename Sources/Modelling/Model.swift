package import Diagnostics
package import Kernels
package import Language
package import Learning

/// A kind of model with its options; fitting it gives another type, which can only predict.
///
/// Law: the same seed gives the same fitted model, whatever the number of cores.
package protocol Model: Verb {
  associatedtype Fitted: FittedModel

  static var traits: ModelTraits { get }

  /// - Throws: `.cancelled` soon after the report says so; `.numeric` when the computation breaks
  ///   down. What the traits rule out never comes here.
  func fit(to design: LabelledDesign, report: Report) throws(Diagnostic) -> Fitted
}

extension Model {
  /// The model that a bound call means.
  static func model(_ call: Call) throws(Diagnostic) -> any Model { try read(call) }
}

package struct ModelTraits: Hashable, Sendable {
  package var predictsNumbers: Bool
  package var predictsClasses: Bool
  /// Rows may lack features.
  package var takesMissing: Bool
  /// Features may be categories, as codes.
  package var takesCategories: Bool
  /// False for a model that looks at the target alone: then columns may be of any kind.
  package var usesFeatures: Bool

  package init(
    predictsNumbers: Bool,
    predictsClasses: Bool,
    takesMissing: Bool,
    takesCategories: Bool,
    usesFeatures: Bool = true
  ) {
    self.predictsNumbers = predictsNumbers
    self.predictsClasses = predictsClasses
    self.takesMissing = takesMissing
    self.takesCategories = takesCategories
    self.usesFeatures = usesFeatures
  }
}

/// What a fitted model does to its matrix; its learned numbers are what a spec stores.
package protocol FittedModel: Codable, Sendable {
  /// From the matrix to a number, or to the probabilities of the classes.
  var stages: [Stage] { get }

  /// What the user should know of this fit, such as that it did not converge.
  var warnings: [String] { get }

  /// Whether its numbers are as many as these features and so many scores need. Asked of a model that was
  /// read from a file, before its stages are.
  func fits(_ features: [Feature], scoreCount: Int) -> Bool
}

extension FittedModel {
  package var warnings: [String] { [] }
}

/// What a model learns from.
package struct LabelledDesign: Sendable {
  package var design: Design
  package var labels: Labels
  /// Not negative, one a row; nil = all 1.
  package var weights: [Double]?
  package var seed: Seed

  package enum Labels: Sendable {
    case numbers([Double])
    /// A class a row, among so many.
    case classes([Int], count: Int)
  }

  package init(design: Design, labels: Labels, weights: [Double]? = nil, seed: Seed = Seed(0)) {
    self.design = design
    self.labels = labels
    self.weights = weights
    self.seed = seed
  }

  package var rowCount: Int { design.rowCount }
}
