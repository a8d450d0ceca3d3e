import Canvas

/// What a look found about one column.
protocol ColumnResult: Encodable, Sendable {
  var column: String { get }
  /// Its picture, under the heading and the facts.
  var scene: Scene { get }
  /// A few words beside the number of rows; may be empty.
  var facts: String { get }
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
      scene.add(place == 0 ? scope.note(result.facts) : .note(result.facts))
      scene.add(result.scene)
    }
    return scene
  }
}
