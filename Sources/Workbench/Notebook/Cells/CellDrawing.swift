import Canvas
import Diagnostics
import Display
import Language

/// A cell as the notebook shows it: its line, and below it what it gave.
struct CellDrawing {
  let cell: Snapshot.Cell
  /// Counted from 1.
  let number: Int
  let width: Int
  /// Columns left of the line, for its number.
  let gutter: Int
  /// Rows of output shown here; the rest is for the full screen.
  let outputLimit: Int
  let isFolded: Bool
  let rendering: Rendering

  private var room: Int { max(1, width - gutter) }

  func draw() -> Grid {
    switch cell.content {
    case .blank: return Grid(width: width, height: 1)
    case .interpreter: return prose(cell.source, style: .muted)
    case .paragraph(let text): return prose(text, style: Style(.italic))
    case .heading(let text, let level):
      return prose(text, style: level == 1 ? Style.heading.adding(.underline) : .heading)
    case .call: return call()
    }
  }

  private func prose(_ text: String, style: Style) -> Grid {
    let lines = text.wrapped(to: room)
    let isHeading = if case .heading = cell.content { number > 1 } else { false }
    let top = isHeading ? 1 : 0
    var grid = Grid(width: width, height: lines.count + top)
    for (y, line) in lines.enumerated() {
      grid.put(line, at: Point(gutter, top + y), style: style)
    }
    return grid
  }

  private func call() -> Grid {
    let layout = LineLayout(cell.source, styles: LineColors.styles(of: cell.source), width: room)
    let below = below(sourceRowCount: layout.rowCount)
    let gap = below.isEmpty ? 0 : 1
    let height = layout.rowCount + below.reduce(0) { $0 + $1.height } + gap
    var grid = Grid(width: width, height: height)
    let label = String(number)
    grid.put(label, at: Point(max(0, gutter - 1 - label.count), 0), style: .muted)
    let area = Rect(x: gutter, y: 0, width: room, height: layout.rowCount)
    layout.draw(on: &grid, in: area)
    putElapsed(on: &grid, layout)
    var y = layout.rowCount
    for part in below {
      grid.blit(part, at: Point(gutter, y))
      y += part.height
    }
    return grid
  }

  private func putElapsed(on grid: inout Grid, _ layout: LineLayout) {
    let text: String
    switch cell.state {
    case .done(let outcome) where outcome.seconds >= 0.01:
      text = NumberFormat.duration(outcome.seconds)
    case .running: text = "running…"
    case .waiting: text = "waiting"
    case .stale: text = "stale"
    default: return
    }
    let end = layout.places.filter { $0.y == 0 }.map(\.x).max() ?? 0
    let x = room - displayWidth(of: text)
    guard x > end + 1 || layout.rowCount > 1 && x > 0 else { return }
    guard layout.rowCount == 1 else { return }
    let style: Style =
      switch cell.state {
      case .running: .accent
      case .stale: .warning
      default: .muted
      }
    grid.put(text, at: Point(gutter + x, 0), style: style)
  }

  // MARK: Below the line

  private func below(sourceRowCount: Int) -> [Grid] {
    switch cell.state {
    case .waiting: return []
    case .running: return cell.preview.map(output) ?? []
    case .failed(let fault): return [self.fault(fault, sourceRowCount: sourceRowCount)]
    case .done(let outcome): return output(outcome)
    case .stale(let reason, let outcome):
      let note = text("\(reason) (r runs it again)", style: .warning)
      return [note] + (outcome.map(output) ?? []).map(faded)
    }
  }

  private func faded(_ grid: Grid) -> Grid {
    var grid = grid
    grid.restyle(grid.bounds, with: .dim)
    return grid
  }

  private func output(_ outcome: Outcome) -> [Grid] {
    var parts: [Grid] = []
    if let measurement = outcome.measurement { parts += picture(measurement.scene) }
    if !isFolded {
      parts += outcome.warnings.prefix(4).map { text("! \($0)", style: .warning) }
      if outcome.warnings.count > 4 {
        let count = outcome.warnings.count - 4
        parts.append(text("! \(NumberFormat.count(count, "more warning"))", style: .warning))
      }
    }
    return parts
  }

  private func picture(_ scene: Scene) -> [Grid] {
    let natural = scene.draw(width: room, height: nil, rendering: rendering)
    guard natural.height > 0 else { return [] }
    if isFolded {
      let rows = NumberFormat.count(natural.height, "row")
      return [text("… \(rows) folded away (Space unfolds)", style: .muted)]
    }
    guard natural.height > outputLimit else { return [natural] }
    let limit = max(1, outputLimit - 1)
    let drawn = scene.draw(width: room, height: limit, rendering: rendering)
    // The scene's own remark that its end is cut says the same.
    let isCut = drawn.text(ofRow: drawn.height - 1).hasPrefix("…")
    let rows = min(limit, drawn.height - (isCut ? 1 : 0))
    let shown = drawn.cropped(to: Rect(Size(drawn.width, rows)))
    let more = NumberFormat.count(natural.height - shown.height, "more row")
    return [shown, text("… \(more) (Esc Enter: full screen)", style: .muted)]
  }

  private func text(_ text: String, style: Style) -> Grid {
    let lines = text.wrapped(to: room)
    var grid = Grid(width: room, height: lines.count)
    for (y, line) in lines.enumerated() { grid.put(line, at: Point(0, y), style: style) }
    return grid
  }

  private func fault(_ fault: Diagnostic, sourceRowCount: Int) -> Grid {
    var lines: [(text: String, style: Style)] = []
    if let span = fault.span, sourceRowCount == 1, !cell.source.contains("\n") {
      let scalars = Array(cell.source.unicodeScalars)
      let start = min(span.start, scalars.count)
      let end = min(max(span.end, start), scalars.count)
      let indent = displayWidth(of: Self.string(scalars[..<start]))
      let length = max(1, displayWidth(of: Self.string(scalars[start..<end])))
      let marks = "^" + String(repeating: "~", count: length - 1)
      lines.append((String(repeating: " ", count: indent) + marks, .error))
    }
    lines += fault.message.wrapped(to: room).map { ($0, Style.error) }
    if let hint = fault.hint {
      lines += "try: \(hint)".wrapped(to: room).map { ($0, Style.accent) }
    }
    var grid = Grid(width: room, height: lines.count)
    for (y, line) in lines.enumerated() {
      grid.put(line.text, at: Point(0, y), style: line.style, maximumWidth: room)
    }
    return grid
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars)
    return text
  }
}
