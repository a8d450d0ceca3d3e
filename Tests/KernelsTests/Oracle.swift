import Foundation
import TestSupport

/// Reference numbers from numpy and scipy (Tests/Oracles/make_kernels.py).
struct Oracle: Decodable {
  struct Column: Decodable {
    let name: String
    let values: [Double]
    let mean, sd, skewness, kurtosis: Double
    let quantiles: [Double]
    let ranks: [Double]
  }

  struct Problem: Decodable {
    let columns: [[Double]]
    let target: [Double]
    let coefficients: [Double]
    let fitted: [Double]
  }

  struct Eigen: Decodable {
    let columns: [[Double]]
    let values: [Double]
    let solved: [Double]
  }

  let probabilities: [Double]
  let columns: [Column]
  let leastSquares: [String: Problem]
  let eigen: Eigen

  static func load() throws -> Oracle {
    let url = URL(fileURLWithPath: repository + "/Tests/Oracles/kernels.json")
    return try JSONDecoder().decode(Oracle.self, from: Data(contentsOf: url))
  }
}

/// Whether two numbers agree to `tolerance`, relative to the second.
func agree(_ a: Double, _ b: Double, _ tolerance: Double) -> Bool {
  a == b || abs(a - b) <= tolerance * abs(b)
}

/// Whether lists agree to `tolerance`, relative to the largest number of the second.
func agree(_ a: [Double], _ b: [Double], _ tolerance: Double) -> Bool {
  let size = b.map(abs).max() ?? 0
  return a.count == b.count && zip(a, b).allSatisfy { abs($0 - $1) <= tolerance * size }
}
