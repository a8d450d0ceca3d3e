import Canvas

/// What a look found about one column.
protocol ColumnResult: Encodable, Sendable {
  /// Its picture, under a heading that the look adds where there are several.
  var scene: Scene { get }
  var column: String { get }
}

/// A look at one column or at several: as JSON the one result itself, or a list under `results`;
/// always with `rows`.
struct Results<Result: ColumnResult>: Measurement {
  var scope: RowScope
  var results: [Result]
  /// Said when there is no column to show.
  var absence: String

  private enum CodingKeys: String, CodingKey {
    case rows, results
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(scope.rowCount, forKey: .rows)
    if let only = results.first, results.count == 1 {
      try only.encode(to: encoder)
    } else {
      try container.encode(results, forKey: .results)
    }
  }

  var scene: Scene {
    guard !results.isEmpty else { return Scene([.note(scope.text), .prose(absence)]) }
    var scene = Scene()
    for (place, result) in results.enumerated() {
      scene.add(.heading(result.column))
      if place == 0 { scene.add(scope.note()) }
      scene.add(result.scene)
    }
    return scene
  }
}
