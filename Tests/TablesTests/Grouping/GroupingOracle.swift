import Foundation
import Tables
import TestSupport

/// Groups and their figures from pandas over the samples (Tests/Oracles/make_groups.py).
struct GroupingOracle: Decodable {
  enum Figure: Decodable {
    case missing
    case number(Double)
    case text(String)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        self = .missing
      } else if let number = try? container.decode(Double.self) {
        self = .number(number)
      } else {
        self = .text(try container.decode(String.self))
      }
    }
  }

  struct Figures: Decodable {
    let column: String
    let aggregate: Aggregate
    let values: [Figure]
  }

  let name: String
  let keys: [String]
  let firsts, sizes: [Int]
  let figures: [Figures]

  static let all: [GroupingOracle] = {
    let url = URL(fileURLWithPath: repository + "/Tests/Oracles/groups.json")
    guard let data = try? Data(contentsOf: url) else { return [] }
    return (try? JSONDecoder().decode([GroupingOracle].self, from: data)) ?? []
  }()
}
