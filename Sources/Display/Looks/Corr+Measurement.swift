import Canvas

struct CorrMeasurement: Measurement {
  var scope: RowScope
  var method: String
  var columns: [String]
  var matrix: [[Double]]

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
    let name = method == "spearman" ? "Spearman's rank correlation" : "Pearson's correlation"
    var scene = Scene([.heading(name), scope.note("pairs without missing values")])
    guard !columns.isEmpty else {
      scene.add(.prose("there is no numeric column"))
      return scene
    }
    scene.add(.matrix(Scene.Matrix(correlations: matrix, of: columns)))
    let pairs = strongest
    if !pairs.isEmpty {
      scene.add(
        .table(
          Scene.Table(
            [.init("strongest pairs"), .init(""), .number("r")],
            rows: pairs.map { pair in
              [
                .init(columns[pair.row].clipped(to: 40)), .init(columns[pair.column].clipped(to: 40)),
                .init(NumberFormat.fixed(matrix[pair.row][pair.column], decimals: 3)),
              ]
            },
            noun: "pair"
          )
        )
      )
    }
    return scene
  }

  private var strongest: [(row: Int, column: Int)] {
    guard columns.count > 2 else { return [] }
    var pairs: [(row: Int, column: Int)] = []
    for row in columns.indices {
      for column in 0..<row where matrix[row][column].isFinite { pairs.append((row, column)) }
    }
    pairs.sort { abs(matrix[$0.row][$0.column]) > abs(matrix[$1.row][$1.column]) }
    return Array(pairs.prefix(Self.strongestCount))
  }
}
