import Foundation
import Modelling
import TestSupport

/// Reference scores from scikit-learn (Tests/Oracles/make_models.py).
struct ModelsOracle: Decodable {
  struct MeasureCase: Decodable {
    let actual: [Double]
    let predicted: [Double]
    let probabilities: [[Double]]
    let positive: Int?
    let scores: [String: Double]

    var rows: ScoredRows {
      ScoredRows(
        actual: actual,
        predicted: predicted,
        probabilities: probabilities,
        positive: positive
      )
    }
  }

  let measures: [MeasureCase]

  static func read() throws -> ModelsOracle {
    let url = URL(fileURLWithPath: repository + "/Tests/Oracles/models.json")
    return try JSONDecoder().decode(ModelsOracle.self, from: Data(contentsOf: url))
  }
}
