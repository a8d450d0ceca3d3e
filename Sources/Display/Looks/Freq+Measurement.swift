import Canvas
import Diagnostics
import Language
import Tables

/// How often each value of a column comes, the most frequent first.
struct Frequency: ColumnResult {
  struct Level: Encodable, Sendable {
    var value: Value
    var count: Int
    /// Of the rows that have a value.
    var share: Double

    private enum CodingKeys: String, CodingKey { case value, count, share }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(JSON(value), forKey: .value)
      try container.encode(count, forKey: .count)
      try container.encode(share, forKey: .share)
    }
  }

  var column: String
  var levels: [Level]
  var missing: Int
  var distinct: Int

  init(of column: Column) {
    let found = seamFrequency(column)
    let valid = max(1, column.count - column.missingCount)
    self.column = column.name
    levels = found.map { value, count in
      Level(value: value, count: count, share: Double(count) / Double(valid))
    }
    missing = column.missingCount
    distinct = found.count
  }

  /// Values below these many are counted together in the picture.
  private static let mostBars = 24

  var scene: Scene {
    var bars = levels.prefix(Self.mostBars).map { level in
      Scene.Bars.Bar(
        level.value.plainText.isEmpty ? "\"\"" : level.value.plainText,
        Double(level.count),
        text: NumberFormat.count(level.count),
        share: level.share
      )
    }
    let rest = levels.dropFirst(Self.mostBars)
    if !rest.isEmpty {
      let count = rest.reduce(0) { $0 + $1.count }
      let share = rest.reduce(0) { $0 + $1.share }
      bars.append(
        Scene.Bars.Bar(
          "\(NumberFormat.count(rest.count)) others",
          Double(count),
          text: NumberFormat.count(count),
          share: share,
          .muted
        )
      )
    }
    let largest = Double(levels.first?.count ?? 0)
    let facts =
      "\(NumberFormat.count(distinct, "level")), \(NumberFormat.count(missing)) missing"
    return Scene([.note(facts), .bars(Scene.Bars(bars, scale: largest, noun: "level"))])
  }
}
