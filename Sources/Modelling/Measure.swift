/// A way to say how good predictions are.
package protocol Measure: Sendable {
  /// The word that is typed, scikit-learn's where it has one.
  static var name: String { get }
  static var summary: String { get }
  static var isBetterHigher: Bool { get }
  static var scoresNumbers: Bool { get }
  static var scoresClasses: Bool { get }

  /// Nil where it is undefined, such as `roc_auc` of rows that are all of one class.
  static func score(_ case: ScoredRows) -> Double?
}

/// Rows whose target is known, with what was predicted for them.
package struct ScoredRows: Sendable {
  /// The number, or the place of the class.
  package var actual: [Double]
  /// The predicted number, or the place of the most probable class.
  package var predicted: [Double]
  /// A column of probabilities a class; empty for numbers.
  package var probabilities: [[Double]]
  /// The place of the positive class, when there are two.
  package var positive: Int?

  package init(
    actual: [Double],
    predicted: [Double],
    probabilities: [[Double]] = [],
    positive: Int? = nil
  ) {
    self.actual = actual
    self.predicted = predicted
    self.probabilities = probabilities
    self.positive = positive
  }

  package var count: Int { actual.count }
  package var classCount: Int { probabilities.count }
}

package enum MeasureCatalog {
  package static let all: [any Measure.Type] = [
    Accuracy.self,
    F1.self,
    LogLoss.self,
    MAE.self,
    Precision.self,
    R2.self,
    RMSE.self,
    ROCAUC.self,
    Recall.self,
  ]

  package static func measure(named name: String) -> (any Measure.Type)? {
    all.first { $0.name == name }
  }

  /// What ranks when no line says otherwise.
  package static func standard(forClasses: Bool) -> any Measure.Type {
    forClasses ? LogLoss.self : RMSE.self
  }
}
