import Canvas
import Diagnostics
import Language

struct HeadMeasurement: Measurement {
  struct Column: Encodable, Sendable {
    var name: String
    var kind: ColumnKind
  }

  var scope: RowScope
  var columns: [Column]
  var rowNumbers: [Int]
  /// Column by column.
  var values: [[Value]]
  /// What the rows are sorted by.
  var order: String?

  private enum CodingKeys: String, CodingKey {
    case rows, columns, numbers, cells
  }

  /// `cells` are rows of values, `numbers` their numbers in the source, counted from 1.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(scope.rowCount, forKey: .rows)
    try container.encode(columns, forKey: .columns)
    try container.encode(rowNumbers.map { $0 + 1 }, forKey: .numbers)
    let cells = rowNumbers.indices.map { row in JSON.array(values.map { JSON($0[row]) }) }
    try container.encode(cells, forKey: .cells)
  }

  /// Longer texts are cut in the table; the JSON has them whole.
  private static let widestText = 40

  var scene: Scene {
    let titles = columns.map { column in
      Scene.Table.Column(column.name, column.kind == .number ? .right : .left)
    }
    let texts = zip(columns, values).map { Self.entries($1, of: $0.kind) }
    let rows = rowNumbers.indices.map { row in
      [Scene.Table.Entry(String(rowNumbers[row] + 1), .muted)] + texts.map { $0[row] }
    }
    let shown = "the first \(NumberFormat.count(rowNumbers.count))"
    let sorted = order.map { "by \($0)" } ?? ""
    return Scene([
      scope.note(NumberFormat.count(columns.count, "column"), shown, sorted),
      .table(Scene.Table([.number("#")] + titles, rows: rows)),
    ])
  }

  private static func entries(_ values: [Value], of kind: ColumnKind) -> [Scene.Table.Entry] {
    if kind == .number {
      let isWhole = values.allSatisfy {
        if case .number(let value) = $0 { value == value.rounded() } else { true }
      }
      let numbers = values.map { $0.double ?? .nan }
      let texts =
        isWhole
        ? values.map { $0.isMissing ? NumberFormat.undefined : $0.plainText }
        : NumberFormat.column(numbers)
      return zip(values, texts).map { .init($1, $0.isMissing ? .muted : .plain) }
    }
    return values.map { value in
      value.isMissing
        ? .init(NumberFormat.undefined, .muted)
        : .init(value.plainText.clipped(to: widestText))
    }
  }
}
