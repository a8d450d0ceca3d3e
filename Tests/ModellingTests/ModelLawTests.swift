import Diagnostics
import Foundation
import Kernels
import Language
import Learning
import Modelling
import Tables
import Testing

/// What holds for every model, on every matrix it may be given.
@Suite struct ModelLawTests {
  static let lines = [
    "baseline", "baseline predict=median", "forest trees=12", "forest trees=5 bootstrap=no depth=2",
    "linear", "logistic", "logistic penalty=none iterations=30", "logistic C=0.01", "ridge",
    "ridge alpha=0", "tree", "tree depth=3 leaf=4 features=2",
  ]
  static let shapes = [
    "plain", "one row", "more columns than rows", "constant", "huge", "gaps", "levels",
    "no columns",
  ]
  static let trials = lines.flatMap { line in shapes.map { (line, $0) } }

  @Test func `every model of the catalogue is tried`() {
    let words = Self.lines.compactMap { $0.split(separator: " ").first.map(String.init) }
    #expect(Set(words) == Set(ModelCatalog.words))
  }

  @Test(arguments: trials)
  func `a model learns the same twice, saved and reread it predicts the same, row by row too`(
    line: String,
    shape: String
  ) throws {
    for classCount in [0, 2, 3] {
      guard let design = try labelled(shape, classCount: classCount, for: line) else { continue }
      try expectLaws(of: line, design, classCount)
    }
  }

  @Test func `another seed grows another forest, the same seed the same`() throws {
    let design = try #require(try labelled("plain", classCount: 0, for: "forest"))
    var other = design
    other.seed = Seed(99)
    #expect(try learned("forest trees=4", design) == learned("forest trees=4", design))
    #expect(try learned("forest trees=4", design) != learned("forest trees=4", other))
  }

  @Test(arguments: [
    "baseline", "baseline predict=median", "linear", "ridge", "logistic penalty=none", "logistic",
  ])
  func `a weight of two is the row twice`(line: String) throws {
    let classCount = line.hasPrefix("logistic") ? 2 : 0
    let design = try #require(try labelled("plain", classCount: classCount, for: line))
    var weighted = design
    weighted.weights = (0..<design.rowCount).map { $0 % 3 == 0 ? 2 : 1 }
    var repeated = design
    let rows = Array(0..<design.rowCount) + stride(from: 0, to: design.rowCount, by: 3)
    repeated.design = design.design.rows(at: rows)
    switch design.labels {
    case .numbers(let values): repeated.labels = .numbers(rows.map { values[$0] })
    case .classes(let codes, let count):
      repeated.labels = .classes(rows.map { codes[$0] }, count: count)
    }
    let a = try scores(line, weighted, on: design.design)
    let b = try scores(line, repeated, on: design.design)
    for (first, second) in zip(a.columns.joined(), b.columns.joined()) {
      #expect(abs(first - second) <= 1e-6 * max(1, abs(second)))
    }
  }

  @Test(arguments: lines)
  func `a report that stops, stops the fit`(line: String) throws {
    let traits = try ModelCatalog.model(named: String(line.prefix { $0 != " " })).traits
    let classCount = traits.predictsNumbers ? 0 : 2
    let design = try #require(try labelled("plain", classCount: classCount, for: line))
    let report = Report { (_) throws(Diagnostic) in throw .cancelled }
    do throws(Diagnostic) {
      _ = try model(line).fit(to: design, report: report)
      // What is done at once has no time to be stopped.
      #expect(line.hasPrefix("baseline"))
    } catch {
      #expect(error.kind == .cancelled)
    }
  }

  // MARK: The laws

  private func expectLaws(
    of line: String,
    _ design: LabelledDesign,
    _ classCount: Int
  ) throws {
    let fitted: any FittedModel
    do throws(Diagnostic) {
      fitted = try model(line).fit(to: design, report: .silent)
    } catch {
      #expect(!error.message.isEmpty && error.kind != .internal, "\(error)")
      return
    }
    #expect(JSON(encoding: fitted).compact == (try learned(line, design)), "fitted twice")
    let features = design.design.features
    let scoreCount = max(1, classCount)
    #expect(fitted.fits(features, scoreCount: scoreCount))
    let again = try reread(fitted)
    #expect(again.fits(features, scoreCount: scoreCount))
    let levels = (0..<classCount).map { "class \($0)" }
    let whole = try graph(fitted, features, levels).score(design.design).scores
    let rereadWhole = try graph(again, features, levels).score(design.design).scores
    #expect(bits(whole) == bits(rereadWhole), "saved and reread")
    for row in 0..<design.rowCount {
      let alone = try graph(fitted, features, levels).score(design.design.rows(at: [row])).scores
      #expect(bits(alone) == bits(whole.rows(at: [row])), "row \(row) alone")
    }
    guard classCount > 0 else { return }
    for row in 0..<design.rowCount {
      let sum = whole.columns.reduce(0) { $0 + $1[row] }
      #expect(abs(sum - 1) < 1e-9, "probabilities of row \(row)")
    }
  }

  private func bits(_ scores: Scores) -> [[UInt64]] {
    scores.columns.map { $0.map(\.bitPattern) }
  }

  private func graph(
    _ model: any FittedModel,
    _ features: [Feature],
    _ levels: [String]
  ) -> ScoringGraph {
    ScoringGraph(
      operations: [],
      features: features,
      stages: model.stages,
      answer: levels.isEmpty ? .number : .classes(levels)
    )
  }

  private func scores(
    _ line: String,
    _ training: LabelledDesign,
    on design: Design
  ) throws -> Scores {
    let fitted = try model(line).fit(to: training, report: .silent)
    var levels: [String] = []
    if case .classes(_, let count) = training.labels { levels = (0..<count).map { "\($0)" } }
    return try graph(fitted, design.features, levels).score(design).scores
  }

  private func learned(_ line: String, _ design: LabelledDesign) throws -> String {
    JSON(encoding: try model(line).fit(to: design, report: .silent)).compact
  }

  private func reread<Fitted: FittedModel>(_ model: Fitted) throws -> Fitted {
    try JSONDecoder().decode(Fitted.self, from: Data(JSON(encoding: model).pretty.utf8))
  }

  private func model(_ line: String) throws(Diagnostic) -> any Model {
    let signatures = Dictionary(
      uniqueKeysWithValues: ModelCatalog.all.map { ($0.signature.word, $0.signature) }
    )
    return try ModelCatalog.read(try CallParser.parse(line, signatures: signatures).call)
  }

  /// Nil where the model's traits rule the shape out.
  private func labelled(
    _ shape: String,
    classCount: Int,
    for line: String
  ) throws -> LabelledDesign? {
    let traits = try ModelCatalog.model(named: String(line.prefix { $0 != " " })).traits
    guard classCount == 0 ? traits.predictsNumbers : traits.predictsClasses,
      traits.takesMissing || shape != "gaps", traits.takesCategories || shape != "levels",
      shape != "no columns" || line.hasPrefix("baseline")
    else { return nil }
    let rowCount = shape == "one row" ? 1 : shape == "more columns than rows" ? 9 : 45
    let width = shape == "more columns than rows" ? 30 : shape == "no columns" ? 0 : 4
    var random = RandomGenerator(seed: Seed(7))
    var columns = (0..<width).map { _ in
      (0..<rowCount).map { _ in Double(random.next() >> 11) * 0x1p-51 - 2 }
    }
    let mixed = (0..<rowCount).map { row in columns.reduce(0) { $0 + $1[row] } }
    var features = (0..<width).map { Feature(name: "x\($0)") }
    switch shape {
    case "constant": columns[1] = columns[1].map { _ in 3 }
    case "huge": columns[0] = columns[0].map { $0 * 1e300 }
    case "gaps":
      for row in stride(from: 0, to: rowCount, by: 4) { columns[row % width][row] = .nan }
    case "levels":
      features[2].levels = ["a", "b", "c"]
      columns[2] = (0..<rowCount).map { Double($0 * 5 % 3) }
    default: break
    }
    let table = try Frame(
      zip(features, columns).map { feature, values in
        guard let levels = feature.levels else { return Column(feature.name, doubles: values) }
        return Column(feature.name, categories: values.map { levels[Int($0)] })
      },
      rowNumbers: .range(0..<rowCount)
    )
    let design = try Design(features, from: table)
    guard classCount > 0 else {
      return LabelledDesign(design: design, labels: .numbers(mixed), seed: Seed(3))
    }
    let codes = mixed.enumerated().map { row, value in
      row % 5 == 0 ? row / 5 % classCount : value > 0 ? classCount - 1 : 0
    }
    return LabelledDesign(
      design: design,
      labels: .classes(codes, count: classCount),
      seed: Seed(3)
    )
  }
}
