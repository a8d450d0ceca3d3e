import Canvas
import Language
import Statistics

struct PairplotMeasurement: Measurement {
  struct Side: Sendable {
    var name: String
    var isTime: Bool
  }

  var scope: RowScope
  var columns: [Side]
  /// Columns that were asked for and have no room.
  var others: [String]
  var grouping: String
  var groups: [String]
  /// Pearson's r of every pair, and of every pair within each group.
  var matrix: [[Double?]] = []
  var groupMatrices: [[[Double?]]] = []
  private var histograms: [[Scene.Plot.Histogram]] = []
  /// By row and by column, below the diagonal.
  private var clouds: [[[Scene.Plot.Points]]] = []
  private var axes: [Scene.Axis] = []

  init(scope: RowScope, columns: [Side], others: [String], grouping: String, groups: [String]) {
    self.scope = scope
    self.columns = columns
    self.others = others
    self.grouping = grouping
    self.groups = groups
  }

  /// Takes in one column: its distribution, and its clouds with the columns before it.
  ///
  /// `values` are those of all rows, `parts` the values of every column, apart for each group.
  mutating func append(_ values: [Double], _ parts: [[[Double]]], row: Int) {
    axes.append(.fitting(columns[row].name, values, isTime: columns[row].isTime))
    let bins = Bins(of: values)
    histograms.append(
      parts[row].enumerated().map { number, part in
        Scene.Plot.Histogram(
          edges: bins?.edges ?? [],
          values: bins?.counts(of: part).map(Double.init) ?? [],
          series: number
        )
      }
    )
    clouds.append(
      (0..<row).map { column in
        parts[row].indices.map {
          PointCloud.marks(parts[column][$0], parts[row][$0], series: $0, .panel)
        }
      }
    )
  }

  private enum CodingKeys: String, CodingKey {
    case rows, columns, matrix, groups
  }

  private struct Group: Encodable {
    var value: String
    var matrix: [[Double?]]
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(scope.rowCount, forKey: .rows)
    try container.encode(columns.map(\.name), forKey: .columns)
    try container.encode(matrix, forKey: .matrix)
    let groups = zip(groups, groupMatrices).map { Group(value: $0, matrix: $1) }
    try container.encode(groups, forKey: .groups)
  }
}

extension PairplotMeasurement {
  var scene: Scene {
    guard !columns.isEmpty else {
      return Scene([scope.note(), .prose("there is no numeric column to show")])
    }
    var scene = Scene([scope.note(groups.isEmpty ? "" : "coloured by \(grouping)")])
    scene.add(
      .panels(
        Scene.Panels(
          names: columns.map(\.name),
          axes: axes,
          panels: columns.indices.map { row in columns.indices.map { panel(row, $0) } },
          series: groups
        )
      )
    )
    if !others.isEmpty {
      let names = others.prefix(Pairplot.mostColumns).map { Words.quotedName($0) }
      scene.add(
        .note(
          "\(columns.count) of \(columns.count + others.count) numeric columns; the next: "
            + "pairplot \(names.joined(separator: " "))"
        )
      )
    }
    return scene
  }

  private func panel(_ row: Int, _ column: Int) -> Scene.Panels.Panel {
    if row == column { return .bars(histograms[row]) }
    if row > column {
      return .marks(clouds[row][column].map { .points($0) }, isDense: groups.isEmpty)
    }
    return .correlation(
      matrix[row][column] ?? .nan,
      bySeries: groupMatrices.map { $0[row][column] ?? .nan }
    )
  }
}
