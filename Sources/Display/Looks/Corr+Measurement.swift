import Canvas
import Statistics

struct CorrMeasurement: Measurement {
  var scope: RowScope
  var method: Correlation
  var columns: [String]
  var matrix: [[Double?]]
  /// Columns that are beyond the limit.
  var hiddenCount: Int

  private enum CodingKeys: String, CodingKey { case rows, method, columns, matrix }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(scope.rowCount, forKey: .rows)
    try container.encode(method, forKey: .method)
    try container.encode(columns, forKey: .columns)
    try container.encode(matrix, forKey: .matrix)
  }

  /// So many pairs are named below the matrix.
  private static let strongestCount = 5

  var scene: Scene {
    let name = method == .spearman ? "Spearman's rank correlation" : "Pearson's correlation"
    var scene = Scene([.heading(name), scope.note("pairs without missing values")])
    guard !columns.isEmpty else {
      scene.add(.prose("there is no numeric column"))
      return scene
    }
    scene.add(
      .matrix(Scene.Matrix(correlations: matrix.map { $0.map { $0 ?? .nan } }, of: columns))
    )
    if hiddenCount > 0 {
      scene.add(.note("the first \(columns.count) columns; \(hiddenCount) more can be named"))
    }
    let pairs = strongest
    if !pairs.isEmpty {
      scene.add(
        .table(
          Scene.Table(
            [.init("strongest pairs"), .init(""), .number("r")],
            rows: pairs.map { pair in
              [
                .init(columns[pair.row].clipped(to: 40)),
                .init(columns[pair.column].clipped(to: 40)),
                .init(NumberFormat.fixed(pair.r, decimals: 3)),
              ]
            },
            noun: "pair"
          )
        )
      )
    }
    return scene
  }

  private var strongest: [(row: Int, column: Int, r: Double)] {
    guard columns.count > 2 else { return [] }
    var pairs: [(row: Int, column: Int, r: Double)] = []
    for row in columns.indices {
      for column in 0..<row {
        if let r = matrix[row][column] { pairs.append((row, column, r)) }
      }
    }
    pairs.sort { abs($0.r) > abs($1.r) }
    return Array(pairs.prefix(Self.strongestCount))
  }
}
