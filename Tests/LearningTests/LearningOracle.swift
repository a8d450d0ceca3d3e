import Foundation
import Kernels
import Learning
import TestSupport

/// Reference numbers from scikit-learn and numpy (Tests/Oracles/make_learning.py).
struct LearningOracle: Decodable {
  struct Linear: Decodable {
    let design: String
    let penalty: Double
    let weighted: Bool
    let coefficients: [Double]
    let intercept: Double
  }

  struct Logistic: Decodable {
    let design: String
    let classes: String
    let strength: Double?
    let weighted: Bool
    let coefficients: [[Double]]
    let intercepts: [Double]
  }

  struct Trees: Decodable {
    let name: String
    let classCount: Int
    let columns: [[Double]]
    let target: [Double]
    let folds: [Int]
    /// Accuracy, or root mean squared error, of each fold.
    let scores: [String: [Double]]
    /// What a tree of depth 3 on these columns gives for each row in turn.
    let shallowColumns: [Int]
    let shallow: [Double]
  }

  let designs: [String: [[Double]]]
  let numbers: [String: [Double]]
  let classes: [String: [Int]]
  let weights: [Double]
  let linear: [Linear]
  let logistic: [Logistic]
  let trees: [Trees]

  static let shared: Result<LearningOracle, any Error> = Result {
    let url = URL(fileURLWithPath: repository + "/Tests/Oracles/learning.json")
    return try JSONDecoder().decode(LearningOracle.self, from: Data(contentsOf: url))
  }

  func matrix(_ name: String) -> Matrix { Matrix(columns: designs[name] ?? []) }
}

/// The largest difference, relative to the number of `b` in the same place.
func largestDifference(_ a: [Double], _ b: [Double]) -> Double {
  guard a.count == b.count else { return .infinity }
  return zip(a, b).map { $0 == $1 ? 0 : abs($0 - $1) / abs($1) }.max() ?? 0
}
