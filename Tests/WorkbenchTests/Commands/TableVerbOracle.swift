import Foundation
import Language
import Tables
import TestSupport

/// Tables that pandas has after the same work (Tests/Oracles/make_tables.py).
struct TableVerbOracle: Decodable {
  struct Case: Decodable, Sendable {
    let name: String
    let lines: [String]
    let columns: [ExpectedColumn]
  }

  struct ExpectedColumn: Decodable, Sendable {
    let name: String
    let values: [Cell?]

    /// How many cells differ; numbers may by a relative 1e-12.
    func differences(from column: Column) -> Int {
      guard column.count == values.count else { return max(column.count, values.count) }
      return values.indices.count { !Self.agree(values[$0], column.value(at: $0)) }
    }

    private static func agree(_ expected: Cell?, _ found: Value) -> Bool {
      switch (expected, found) {
      case (nil, .missing): true
      case (.number(let a)?, _): found.double.map { abs($0 - a) <= 1e-12 * max(1, abs(a)) } ?? false
      case (.text(let a)?, _): found.plainText == a
      case (.flag(let a)?, .boolean(let b)): a == b
      default: false
      }
    }
  }

  enum Cell: Decodable, Sendable {
    case flag(Bool)
    case number(Double)
    case text(String)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let flag = try? container.decode(Bool.self) {
        self = .flag(flag)
      } else if let number = try? container.decode(Double.self) {
        self = .number(number)
      } else {
        self = .text(try container.decode(String.self))
      }
    }
  }

  let cases: [Case]

  static let cases: [Case] = {
    let url = URL(fileURLWithPath: repository + "/Tests/Oracles/tables.json")
    guard let data = try? Data(contentsOf: url) else { return [] }
    return (try? JSONDecoder().decode(Self.self, from: data))?.cases ?? []
  }()

  static func load(_ name: String, as other: String? = nil) -> String {
    "load \"Tests/Oracles/tables/\(name).csv\"" + (other.map { " as=\($0)" } ?? "")
  }
}
