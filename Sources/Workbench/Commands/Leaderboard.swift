import Tables
import Pipelines
import Canvas
import Diagnostics
import Display
import Language
import Modelling

/// Candidates with their scores on the rows of the validation in force.
struct Leaderboard: Measurement {
  struct Entry: Encodable {
    let name: String
    let model: String
    let recipe: String
    let options: JSON
    let score: Score
    let scores: JSON
    let fitSeconds: Double
    let predictSeconds: Double

    private enum CodingKeys: String, CodingKey {
      case name, model, recipe, options, score, scores
      case fitSeconds = "fit_seconds"
      case predictSeconds = "predict_seconds"
    }
  }

  let rows: Int
  let columns: Int
  let measure: String
  let direction: String
  let validation: String
  let models: [Entry]
  private let measures: [String]
  private let table: [[Score]]
  private let chosen: String?

  private enum CodingKeys: String, CodingKey {
    case rows, columns, measure, direction, validation, models
  }

  /// - Parameter isRanked: the best first, else as given.
  init(_ candidates: [Candidate], study: Study, population: Population, isRanked: Bool) {
    let measures = study.measuresInForce
    let first = measures[0]
    var scored = candidates.map { candidate in
      (candidate: candidate, scores: measures.map { candidate.score($0, population) })
    }
    if isRanked { scored.sort { Self.isBetter($0.scores[0], $1.scores[0], first) } }
    rows = study.frame.rowCount
    columns = study.view.frame.columnCount
    measure = first.name
    direction = first.isBetterHigher ? "higher" : "lower"
    validation = study.validationInForce.validation.text
    self.measures = measures.map { $0.name }
    table = scored.map(\.scores)
    chosen = study.chosen?.name
    models = scored.map { candidate, scores in
      Entry(
        name: candidate.name,
        model: candidate.plan.modelCall.text,
        recipe: candidate.plan.recipe.name,
        options: .object(
          candidate.plan.modelCall.options.map { .init($0.name, $0.value.json) }
        ),
        score: scores[0],
        scores: .object(
          zip(measures, scores).map { .init($0.name, JSON(encoding: $1)) }
        ),
        fitSeconds: candidate.fitSeconds,
        predictSeconds: candidate.predictSeconds
      )
    }
  }

  /// An undefined score comes last; equal ones stay in order.
  static func isBetter(_ a: Score, _ b: Score, _ measure: any Measure.Type) -> Bool {
    guard let first = a.mean else { return false }
    guard let second = b.mean else { return true }
    return measure.isBetterHigher ? first > second : first < second
  }

  var scene: Scene {
    let hasFolds = table.contains { ($0.first?.values.count ?? 0) > 1 }
    var columns: [Scene.Table.Column] = ["candidate"]
    for (index, name) in measures.enumerated() {
      columns.append(.number(name))
      if hasFolds, index == 0 { columns.append(.number("± sd")) }
    }
    columns += [.number("fit"), .number("predict")]
    let texts = measures.indices.map { index in
      NumberFormat.column(table.map { $0[index].mean ?? .nan })
    }
    let spreads = NumberFormat.column(table.map { $0.first?.sd ?? .nan })
    let best = bestPlace
    let entries = models.enumerated().map { place, model in
      var cells: [Scene.Table.Entry] = [
        .init(
          model.name + (model.name == chosen ? " (chosen)" : ""),
          place == best ? .good : .plain
        )
      ]
      for index in measures.indices {
        cells.append(.init(texts[index][place], index == 0 && place == best ? .good : .plain))
        if hasFolds, index == 0 { cells.append(.init(spreads[place], .muted)) }
      }
      cells.append(.init(Self.time(model.fitSeconds), .muted))
      cells.append(.init(Self.time(model.predictSeconds), .muted))
      return cells
    }
    return Scene([
      .table(Scene.Table(columns, rows: entries, noun: "candidate")),
      .note("\(measure): \(direction) is better · validate \(validation)"),
    ])
  }

  /// Of one width below a minute, so that the table's shape doesn't hang on how long it took.
  private static func time(_ seconds: Double) -> String {
    let text = NumberFormat.duration(seconds)
    return String(repeating: " ", count: max(0, 6 - text.count)) + text
  }

  private var bestPlace: Int? {
    guard let measure = MeasureCatalog.measure(named: measure), table.count > 1 else { return nil }
    let first = table.indices.min { Self.isBetter(table[$0][0], table[$1][0], measure) }
    return first.flatMap { table[$0][0].mean == nil ? nil : $0 }
  }
}

extension Argument {
  var json: JSON {
    switch value {
    case .integer(let value): .integer(value)
    case .number(let value): .number(value)
    case .boolean(let value): .bool(value)
    default: .string(value?.plainText ?? text)
    }
  }
}
