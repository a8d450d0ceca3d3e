import Canvas
import Language
import Tables

extension AttributesScreen {
  /// The rows in view; columns that aren't among the kept ones are shown as dropped.
  func draw(_ size: Size, kept: Set<String>, _ rendering: Rendering) -> Grid {
    var grid = Grid(size)
    let end = min(columnCount, top + max(0, size.height - 1))
    let shown = top..<max(top, end)
    let table = TextTable(
      [
        .init("column"), .init("kind", style: .muted), .init("missing", .right),
        .init("distinct", .right), .init("values"), .init("role", style: .accent),
      ],
      rows: shown.map { row(of: $0, kept: kept, rendering) },
      keyCount: 3
    )
    grid.blit(table.draw(width: max(0, size.width - 2)), at: Point(2, 0))
    if columnCount == 0 { grid.put("no columns", at: Point(2, 1), style: .muted) }
    if shown.contains(selected) {
      let y = selected - top + 1
      grid.restyle(Rect(x: 0, y: y, width: size.width, height: 1), with: .selection)
      grid.put("▸", at: Point(0, y), style: Style.accent.over(.selection))
    }
    return grid
  }

  private func row(
    of place: Int,
    kept: Set<String>,
    _ rendering: Rendering
  ) -> [TextTable.Entry] {
    let column = content.frame.columns[place]
    let isKept = kept.contains(column.name)
    let name = column.name.clipped(to: 32)
    let missing = column.count == 0 ? 0 : Double(column.missingCount) / Double(column.count)
    let style: Style = isKept ? .plain : .dim
    return [
      .init(name, style: style),
      .init(column.kind.rawValue),
      .init(
        column.missingCount == 0 ? "" : NumberFormat.percent(missing),
        style: missing > 0.5 ? .warning : .plain
      ),
      .init(summary(at: place).map { NumberFormat.count($0.distinctCount) } ?? "…"),
      .init(summary(at: place).map { values(of: $0, rendering) } ?? ""),
      .init(isKept ? role(of: column.name) : "dropped"),
    ]
  }

  private func role(of name: String) -> String {
    name == content.target ? "target" : content.roles[name] ?? ""
  }

  /// A histogram of eight cells, or the commonest level with its share.
  private func values(of summary: ColumnSummary, _ rendering: Rendering) -> String {
    if let top = summary.top {
      let present = max(1, summary.count - summary.missingCount)
      let share = NumberFormat.percent(Double(summary.topCount) / Double(present))
      return "\(top.clipped(to: 18)) \(share)"
    }
    guard let most = summary.bins.max(), most > 0 else { return "" }
    let steps: [Character] =
      rendering.glyphs == .ascii ? Array(" .:-=+*#@") : Array(" ▁▂▃▄▅▆▇█")
    return String(
      summary.bins.map { count in
        let share = Double(count) / Double(most)
        return steps[count == 0 ? 0 : max(1, Int((share * Double(steps.count - 1)).rounded()))]
      }
    )
  }

  var breadcrumb: String {
    let columns = NumberFormat.count(columnCount, "column")
    return "\(content.title) › attributes › \(columns)"
  }

  /// The look that shows a column's distribution best.
  static func look(at column: String, _ kind: ColumnKind) -> String {
    let name = Words.quotedName(column)
    return switch kind {
    case .number, .datetime: "hist \(name)"
    case .boolean, .category, .text: "freq \(name)"
    }
  }
}
