import Foundation
import Modelling
import TestSupport
import Testing

@Suite struct MeasureTests {
  @Test func `each measure is scikit-learn's`() throws {
    for (number, example) in try ModelsOracle.read().measures.enumerated() {
      for (name, expected) in example.scores {
        let score = MeasureCatalog.measure(named: name)?.score(example.rows) ?? .nan
        #expect(abs(score - expected) <= 1e-9 * max(1, abs(expected)), "\(name), case \(number)")
      }
    }
  }

  @Test func `the folder has one file for each measure of the catalogue`() throws {
    let files = try FileManager.default.contentsOfDirectory(
      atPath: repository + "/Sources/Modelling/Measures"
    )
    #expect(files.sorted() == MeasureCatalog.all.map { "\($0).swift" }.sorted())
  }

  @Test func `each measure says what it is and what it is for`() {
    for measure in MeasureCatalog.all {
      #expect(!measure.summary.isEmpty && measure.summary.last != ".")
      #expect(measure.scoresNumbers != measure.scoresClasses)
    }
  }

  @Test func `no rows have no score`() {
    let none = ScoredRows(actual: [], predicted: [], probabilities: [[], []], positive: 1)
    for measure in MeasureCatalog.all { #expect(measure.score(none) == nil, "\(measure.name)") }
  }

  @Test func `rows of one class have no area, yet all other scores`() {
    let rows = ScoredRows(
      actual: [1, 1],
      predicted: [1, 0],
      probabilities: [[0.25, 0.75], [0.75, 0.25]],
      positive: 1
    )
    for measure in MeasureCatalog.all where measure.scoresClasses {
      #expect((measure.score(rows) == nil) == (measure.name == "roc_auc"), "\(measure.name)")
    }
  }

  @Test func `a constant target has no share of variance to explain`() {
    let rows = ScoredRows(actual: [3, 3], predicted: [3, 4])
    #expect(R2.score(rows) == nil)
    #expect(RMSE.score(rows) == 0.5.squareRoot())
  }
}
