import Foundation
import Tables
import TestSupport

/// Reference numbers from pandas and scipy over the samples (Tests/Oracles/make_statistics.py).
struct StatisticsOracle: Decodable {
  struct Bounds: Decodable {
    let lower, upper: Double
    let below, above: Int
  }

  struct Number: Decodable {
    let name: String
    let count, missing, distinct: Int
    let mean, sd, min, q1, median, q3, max: Double
    let skewness, kurtosis: Double?
    let edges: [Double]
    let counts: [Int]
    let iqr, zscore, mad: Bounds?
  }

  struct Other: Decodable {
    let name: String
    let count, missing, distinct: Int
    let top: String
    let topCount: Int
  }

  struct Pattern: Decodable {
    let columns: [String]
    let rows: Int
  }

  let name: String
  let rows: Int
  let numbers: [Number]
  let others: [Other]
  let pearson, spearman: [[Double?]]
  let patterns: [Pattern]

  static let all: [StatisticsOracle] = {
    let url = URL(fileURLWithPath: repository + "/Tests/Oracles/statistics.json")
    guard let data = try? Data(contentsOf: url) else { return [] }
    return (try? JSONDecoder().decode([StatisticsOracle].self, from: data)) ?? []
  }()

  var frame: Frame {
    get throws { try CSVReader().read("\(repository)/samples/\(name).csv").frame }
  }
}

/// Whether two figures agree to 1e-9, relative to the second, or are both undefined.
func agree(_ a: Double?, _ b: Double?) -> Bool {
  guard let a, let b else { return a == nil && b == nil }
  return abs(a - b) <= 1e-9 * abs(b)
}
