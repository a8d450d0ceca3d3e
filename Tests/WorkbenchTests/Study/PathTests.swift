import Diagnostics
import Foundation
import Language
import Learning
import Modelling
import Pipelines
import Tables
import TestSupport
import Testing
import Workbench

/// Whole sessions held against scikit-learn on the same folds (Tests/Oracles/make_models.py).
struct PathOracle: Decodable, Sendable, CustomTestStringConvertible {
  let name: String
  let lines: [String]
  let scores: [String: [Double]]
  let columns: [String]
  let coefficients: [[Double]]?
  let intercepts: [Double]?

  var testDescription: String { name }

  private struct File: Decodable {
    let paths: [PathOracle]
    let forests: [PathOracle]
  }

  private static func file() throws -> File {
    let url = URL(fileURLWithPath: repository + "/Tests/Oracles/models.json")
    return try JSONDecoder().decode(File.self, from: Data(contentsOf: url))
  }

  static let paths = (try? file().paths) ?? []
  static let forests = (try? file().forests) ?? []
}

@Suite struct PathTests {
  @Test func `the oracle is there`() {
    #expect(!PathOracle.paths.isEmpty)
    #expect(PathOracle.forests.count == 4)
  }

  @Test(arguments: PathOracle.paths)
  func `every fold's scores are scikit-learn's`(path: PathOracle) throws {
    var lines = try Lines(path.lines.dropLast().joined(separator: "\n"))
    let board = try lines.run(path.lines.last ?? "")
    for (measure, expected) in path.scores {
      let values = board["models", "0", "scores", measure, "values"].doubles
      #expect(values.count == expected.count, "\(measure)")
      for (value, reference) in zip(values, expected) {
        #expect(
          abs(value - reference) <= 1e-6 * max(1, abs(reference)),
          "\(measure): \(values), expected \(expected)"
        )
      }
    }
  }

  @Test(arguments: PathOracle.paths)
  func `coefficients of a fit to all rows are scikit-learn's`(path: PathOracle) throws {
    guard let expected = path.coefficients, let intercepts = path.intercepts else { return }
    var lines = try Lines(path.lines.joined(separator: "\n"))
    try lines.run("choose best")
    let folder = try TemporaryFolder()
    try lines.run("export spec \"\(folder.path)/a.json\" reference=no")
    let spec = try JSONSerialization.jsonObject(
      with: Data(contentsOf: URL(fileURLWithPath: folder.path + "/a.json"))
    )
    let model = try #require((spec as? [String: Any])?["model"] as? [String: Any])
    let state = try #require(model["state"] as? [String: Any])
    let fit = try #require(state["fit"] as? [String: Any])
    let found =
      (fit["coefficients"] as? [[Double]]) ?? [(fit["coefficients"] as? [Double]) ?? []]
    let foundIntercepts = (fit["intercepts"] as? [Double]) ?? [(fit["intercept"] as? Double) ?? 0]
    // Columns under their source's name, in the order in which scikit-learn had them.
    let features = lines.study.chosen?.pipeline.features.map(\.name) ?? []
    let names = path.columns.map { Rename.snakeCase($0) }
    let places = features.map { names.firstIndex(of: Rename.snakeCase($0)) ?? 0 }
    try #require(Set(places).count == names.count, "\(features), \(names)")
    try expectClose(found, expected.map { row in places.map { row[$0] } })
    try expectClose([foundIntercepts], [intercepts])
  }

  @Test(arguments: PathOracle.forests)
  func `a forest scores within one fold sd of scikit-learn's`(path: PathOracle) throws {
    var lines = try Lines(path.lines.dropLast().joined(separator: "\n"))
    let board = try lines.run(path.lines.last ?? "")
    let measure = try #require(board["measure"].string)
    let expected = try #require(path.scores[measure])
    let mean = expected.reduce(0, +) / Double(expected.count)
    let squares = expected.map { ($0 - mean) * ($0 - mean) }.reduce(0, +)
    let sd = (squares / Double(expected.count - 1)).squareRoot()
    let found = try #require(board["models", "0", "score", "mean"].double)
    #expect(abs(found - mean) <= sd, "\(found), scikit-learn \(mean) ± \(sd)")
  }

  private func expectClose(_ found: [[Double]], _ expected: [[Double]]) throws {
    try #require(found.map(\.count) == expected.map(\.count))
    let size = expected.joined().map(abs).max() ?? 1
    for (value, reference) in zip(found.joined(), expected.joined()) {
      #expect(abs(value - reference) <= 1e-6 * max(abs(reference), size), "\(value), \(reference)")
    }
  }
}
