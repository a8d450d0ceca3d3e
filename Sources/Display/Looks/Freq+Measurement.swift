import Canvas
import Diagnostics
import Language
import Statistics
import Tables

/// How often each value of a column comes.
struct Frequency: ColumnResult {
  var column: String
  private var frequencies: Frequencies

  init(of column: Column) {
    self.column = column.name
    frequencies = Frequencies(of: column)
    // Numbers and dates stand in their order as long as all of them have a bar.
    if frequencies.distinct > Self.mostBars { frequencies.sortByCount() }
  }

  private var levels: [Frequencies.Level] { frequencies.levels }

  private enum CodingKeys: String, CodingKey { case column, levels, missing, distinct }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(column, forKey: .column)
    // As JSON already: a container for each of a million levels would take longer than counting.
    let items = levels.map { level in
      JSON.object([
        .init("value", JSON(level.value)), .init("count", .integer(Int64(level.count))),
        .init("share", .number(level.share)),
      ])
    }
    try container.encode(JSON.array(items), forKey: .levels)
    try container.encode(frequencies.missing, forKey: .missing)
    try container.encode(frequencies.distinct, forKey: .distinct)
  }

  var facts: String {
    "\(NumberFormat.count(frequencies.distinct, "level")) · \(NumberFormat.count(frequencies.missing)) missing"
  }

  /// More values than that are counted together in the picture.
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
    let largest = levels.map { Double($0.count) }.max() ?? 0
    return Scene([.bars(Scene.Bars(bars, scale: largest, noun: "level"))])
  }
}
