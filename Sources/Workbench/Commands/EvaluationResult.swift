import Canvas
import Diagnostics
import Display
import Kernels
import Modelling

/// How good one candidate is on one part of the rows.
struct EvaluationResult: Measurement {
  struct ConfusionTable: Encodable {
    let labels: [String]
    /// Rows are the actual classes, columns the predicted ones.
    let counts: [[Int]]
  }

  struct Curve: Encodable {
    let name: String
    let x: [Double]
    let y: [Double]
  }

  struct Residuals: Encodable {
    let mean: Double
    let sd: Double?
    let q1: Double
    let median: Double
    let q3: Double
  }

  let model: String
  let part: String
  let rows: Int
  let metrics: JSON
  let testOpened: Int
  let confusion: ConfusionTable?
  let curves: [Curve]?
  let residuals: Residuals?
  private let facts: [(name: String, value: String)]
  private let errors: [Double]
  private let predicted: [Double]
  private let unit: String
  private let rowsName: String

  private enum CodingKeys: String, CodingKey {
    case model, part, rows, metrics
    case testOpened = "test_opened"
    case confusion, curves, residuals
  }

  /// - Parameter rowsName: what kind of rows, for people.
  init(
    model: String,
    part: String,
    rowsName: String,
    rows: Int,
    scored: ScoredRows,
    target: Target,
    measures: [any Measure.Type],
    testOpenedCount: Int
  ) {
    self.model = model
    self.part = part
    self.rowsName = rowsName
    self.rows = rows
    testOpened = testOpenedCount
    unit = target.name
    let isClass = target.kind == .class
    let others = MeasureCatalog.all.filter { measure in
      (isClass ? measure.scoresClasses : measure.scoresNumbers)
        && !measures.contains { $0.name == measure.name }
    }
    let scores = (measures + others).map { (name: $0.name, value: $0.score(scored)) }
    metrics = .object(scores.map { .init($0.name, .optional($0.value)) })
    facts = scores.map { ($0.name, $0.value.map(NumberFormat.number) ?? NumberFormat.undefined) }
    guard isClass else {
      confusion = nil
      curves = nil
      errors = zip(scored.actual, scored.predicted).map { $0 - $1 }
      predicted = scored.predicted
      residuals = Self.residuals(errors)
      return
    }
    confusion = ConfusionTable(labels: target.levels, counts: Confusion(scored).counts)
    curves = scored.positive.flatMap { Self.rocCurve(scored, positive: $0) }.map { [$0] }
    residuals = nil
    errors = []
    predicted = []
  }

  private static func residuals(_ errors: [Double]) -> Residuals? {
    guard !errors.isEmpty else { return nil }
    let moments = Moments(of: errors)
    let quartiles = quantiles([0.25, 0.5, 0.75], of: errors)
    return Residuals(
      mean: moments.mean,
      sd: errors.count > 1 ? moments.standardDeviation : nil,
      q1: quartiles[0],
      median: quartiles[1],
      q3: quartiles[2]
    )
  }

  /// True against false positive rate at every threshold, thinned to about 200 places.
  private static func rocCurve(_ rows: ScoredRows, positive: Int) -> Curve? {
    let probabilities = rows.probabilities[positive]
    let isPositive = rows.actual.map { Int($0) == positive }
    let positives = isPositive.count { $0 }
    let negatives = rows.count - positives
    guard positives > 0, negatives > 0 else { return nil }
    let order = ascendingOrder(of: probabilities).reversed().map(\.self)
    var x = [0.0]
    var y = [0.0]
    var hits = 0
    var misses = 0
    let step = max(1, rows.count / 200)
    for (index, row) in order.enumerated() {
      if isPositive[row] { hits += 1 } else { misses += 1 }
      let isTied =
        index + 1 < order.count && probabilities[order[index + 1]] == probabilities[row]
      guard !isTied, (index + 1) % step == 0 || index + 1 == order.count else { continue }
      x.append(Double(misses) / Double(negatives))
      y.append(Double(hits) / Double(positives))
    }
    return Curve(name: "roc", x: x, y: y)
  }

  var scene: Scene {
    var blocks: [Scene.Block] = [
      .heading("\(model) on \(NumberFormat.count(rows, "\(rowsName) row"))")
    ]
    let table = Scene([.table(Scene.Table(facts: facts))])
    if let confusion {
      let shares = confusion.counts.map { counts in
        let total = Double(max(1, counts.reduce(0, +)))
        return counts.map { Double($0) / total }
      }
      let matrix = Scene([
        .matrix(
          Scene.Matrix(
            rowNames: confusion.labels,
            columnNames: confusion.labels,
            values: shares,
            scale: .sequential,
            texts: confusion.counts.map { $0.map { NumberFormat.count($0) } },
            rowTitle: "actual",
            columnTitle: "predicted"
          )
        )
      ])
      blocks.append(.row([table, matrix]))
    } else {
      let plot = Scene([.plot(residualPlot)])
      blocks.append(.row([table, plot]))
    }
    if part == Split.Part.test.rawValue {
      blocks.append(.note("test opened \(testOpened)×"))
    }
    return Scene(blocks)
  }

  private var residualPlot: Scene.Plot {
    Scene.Plot(
      x: .fitting("predicted \(unit)", predicted),
      y: .fitting("actual − predicted", errors),
      marks: [
        .points(Scene.Plot.Points(x: predicted, y: errors)), .rule(.init(.atY, 0)),
      ],
      isDense: true,
      height: 14
    )
  }
}
