import Diagnostics
package import Canvas
import Language

extension NotebookState {
  /// Everything at a size: any from 1 × 1.
  package func draw(in size: Size, rendering: Rendering) -> Screenful {
    guard size.width >= Self.leastSize.width, size.height >= Self.leastSize.height else {
      return Self.tooSmall(size)
    }
    let layout = layout(in: size)
    var grid = Grid(size)
    var cursor: Point?
    grid.blit(StatusLine.draw(snapshot, width: size.width), at: layout.status.origin)
    drawView(on: &grid, layout, rendering, &cursor)
    drawSession(on: &grid, layout.session)
    drawProgress(on: &grid, layout.progress)
    drawTalk(on: &grid, layout.talk)
    drawInput(on: &grid, layout, &cursor)
    let footer =
      question.map { Footer.draw($0, width: size.width) }
      ?? Footer.draw(context, pending: pendingKeys, width: size.width)
    grid.blit(footer, at: layout.footer.origin)
    if question != nil { cursor = nil }
    return Screenful(rendering.glyphs == .ascii ? grid.inASCII : grid, cursor: cursor)
  }

  private static func tooSmall(_ size: Size) -> Screenful {
    var grid = Grid(size)
    let text =
      "Assay needs \(leastSize.width) × \(leastSize.height) cells, this window has "
      + "\(size.width) × \(size.height)"
    for (y, line) in text.wrapped(to: size.width).prefix(size.height).enumerated() {
      grid.put(line, at: Point(0, y))
    }
    return Screenful(grid)
  }

  // MARK: View

  private func drawView(
    on grid: inout Grid,
    _ layout: NotebookLayout,
    _ rendering: Rendering,
    _ cursor: inout Point?
  ) {
    let area = layout.view
    switch view {
    case .pager(let pager):
      grid.blit(pager.draw(area.size, rendering), at: area.origin)
      let keep = pager.keepable == nil ? "" : "K keeps it  "
      putTitle(pager.title, keep + pager.position(area.size, rendering), on: &grid, layout.title)
    case .table(let table):
      grid.blit(table.draw(area.size), at: area.origin)
      putTitle(table.breadcrumb, table.position, on: &grid, layout.title)
    case .attributes(let attributes):
      let kept = Set(snapshot.names.columns.map(\.name))
      grid.blit(attributes.draw(area.size, kept: kept, rendering), at: area.origin)
      putTitle(attributes.breadcrumb, "", on: &grid, layout.title)
    case .list(let list):
      let drawn = list.draw(area.size)
      grid.blit(drawn.grid, at: area.origin)
      cursor = drawn.cursor.map { $0.moved(x: area.minX, y: area.minY) }
    case .prompt, nil:
      let list = cells.draw(
        cells.pictures(snapshot.cells, area.size, rendering),
        isFocused: isInCells
      )
      grid.blit(list, at: area.origin)
      if snapshot.cells.isEmpty { drawWelcome(on: &grid, area) }
    }
  }

  private func putTitle(_ text: String, _ right: String, on grid: inout Grid, _ area: Rect) {
    let rightWidth = displayWidth(of: right)
    let room = max(0, area.width - rightWidth - 3)
    grid.put(text, at: area.origin.moved(x: 1), style: .heading, maximumWidth: room)
    let x = area.maxX - rightWidth - 1
    if x > area.minX { grid.put(right, at: Point(x, area.minY), style: .muted) }
  }

  private func drawWelcome(on grid: inout Grid, _ area: Rect) {
    let examples = ["load", "head", "describe", "hist", "target", "train"]
      .compactMap { vocabulary.signatures[$0]?.examples.first }
    let width = examples.map { displayWidth(of: $0.line) }.max() ?? 0
    let lines =
      ["Type a line and press Enter; Tab completes, ? helps, Ctrl-P finds everything.", ""]
      + examples.map { "  \($0.line.padded(to: width))   \($0.meaning)" }
    for (y, line) in lines.enumerated() where y + 1 < area.height {
      grid.put(
        line,
        at: area.origin.moved(x: 2, y: y + 1),
        style: .muted,
        maximumWidth: max(0, area.width - 2)
      )
    }
  }

  private func drawSession(on grid: inout Grid, _ area: Rect) {
    guard !area.isEmpty else { return }
    grid.box(area, title: snapshot.path?.split(separator: "/").last.map(String.init) ?? "session")
    let inside = area.inset()
    guard inside.height > 0, inside.width > 0 else { return }
    let sources = snapshot.cells.map { $0.source.replacing("\n", with: " ") }
    let selected = isInCells || view != nil ? cells.selected : sources.count - 1
    let first = max(0, min(selected - inside.height / 2, sources.count - inside.height))
    for (y, source) in sources.dropFirst(first).prefix(inside.height).enumerated() {
      let line = source.clipped(to: inside.width)
      let layout = LineLayout(
        line,
        styles: LineColors.styles(of: source),
        width: inside.width + 1
      )
      let row = Rect(x: inside.minX, y: inside.minY + y, width: inside.width, height: 1)
      layout.draw(on: &grid, in: row)
      if first + y == selected { grid.restyle(row, with: .selection) }
    }
  }

  // MARK: Below the view

  private func drawProgress(on grid: inout Grid, _ area: Rect) {
    guard !area.isEmpty else { return }
    if let meter {
      let drawn = meter.draw(width: area.width - 1, keeps: isPreviewing)
      grid.blit(drawn, at: area.origin.moved(x: 1))
    } else {
      grid.put("running… Ctrl-C stops", at: area.origin.moved(x: 1), style: .accent)
    }
  }

  private func drawTalk(on grid: inout Grid, _ area: Rect) {
    let point = area.origin.moved(x: 1)
    let room = max(0, area.width - 2)
    if let question {
      grid.put(question.text, at: point, style: .warning, maximumWidth: room)
    } else if let notice {
      let style: Style = notice.isError ? .error : .accent
      grid.put(notice.text.replacing("\n", with: " "), at: point, style: style, maximumWidth: room)
    } else if view == nil, !isInCells {
      drawHelpLine(on: &grid, at: point, room: room)
    }
  }

  /// What is wrong with the line so far, or its form with the current argument marked.
  private func drawHelpLine(on grid: inout Grid, at point: Point, room: Int) {
    if let fault = typingFault {
      let hint = fault.hint.map { "  try: \($0)" } ?? ""
      let messageRoom = max(room / 2, room - displayWidth(of: hint))
      let used = grid.put(fault.message, at: point, style: .warning, maximumWidth: messageRoom)
      grid.put(hint, at: point.moved(x: used), style: .accent, maximumWidth: room - used)
      return
    }
    let help = SignatureHelp(
      in: commandLine.text,
      at: commandLine.editor.cursorInScalars,
      vocabulary: vocabulary
    )
    guard let help else { return }
    let note = "— " + help.note
    let parts = help.parts
    let widths = parts.map { displayWidth(of: $0.text) + 1 }
    // The form may be longer than the row: it starts so that the current part is in view.
    let current = parts.firstIndex { $0.isCurrent } ?? 0
    let noteRoom = min(displayWidth(of: note) + 1, room / 2)
    var first = 0
    while first < current, widths[first...current].reduce(0, +) > room - noteRoom { first += 1 }
    var x = point.x
    for (place, part) in parts.enumerated() where place >= first {
      guard x + widths[place] <= point.x + max(room - noteRoom, widths[first]) else { break }
      let style: Style = part.isCurrent ? Style.accent.adding(.underline) : .muted
      x += grid.put(part.text, at: Point(x, point.y), style: style) + 1
    }
    grid.put(note, at: Point(x, point.y), style: .muted, maximumWidth: max(0, room + point.x - x))
  }

  private func drawInput(on grid: inout Grid, _ layout: NotebookLayout, _ cursor: inout Point?) {
    let area = layout.input
    guard !area.isEmpty else { return }
    if case .prompt(let prompt) = screens.last {
      let label = prompt.label + ": "
      let used = grid.put(
        label,
        at: area.origin,
        style: .accent,
        maximumWidth: max(0, area.width - 8)
      )
      let before = displayWidth(of: prompt.editor.textBeforeCursor)
      let room = max(1, area.width - used - 1)
      let shift = max(0, before - room)
      var line = Grid(width: displayWidth(of: prompt.editor.text) + 1, height: 1)
      line.put(prompt.editor.text, at: .zero)
      grid.blit(
        line,
        at: area.origin.moved(x: used),
        part: Rect(x: shift, y: 0, width: room, height: 1)
      )
      cursor = area.origin.moved(x: used + before - shift)
      return
    }
    guard view == nil else { return }
    let label = inputLabel
    let labelStyle: Style = commandLine.purpose == .append ? .accent : .warning
    let used = grid.put(label, at: area.origin, style: isInCells ? .muted : labelStyle)
    let line = inputLayout(width: area.width)
    let place = line.places[min(commandLine.editor.cursor, line.places.count - 1)]
    let first = max(0, place.y - area.height + 1)
    let room = Rect(
      x: area.minX + used,
      y: area.minY,
      width: max(0, area.width - used),
      height: area.height
    )
    line.draw(on: &grid, in: room, first: first)
    guard !isInCells else { return }
    cursor = Point(room.minX + min(place.x, max(0, room.width - 1)), room.minY + place.y - first)
    drawMenu(on: &grid, above: layout.talk.minY, at: room.minX)
  }

  // MARK: Menu

  private func drawMenu(on grid: inout Grid, above bottom: Int, at left: Int) {
    guard let menu = commandLine.menu, !menu.items.isEmpty else { return }
    let height = min(menu.items.count, 8, max(1, bottom - 2))
    let chosen = commandLine.chosen ?? 0
    let first = max(0, min(chosen - height / 2, menu.items.count - height))
    let shown = Array(menu.items[first..<first + height])
    let labelWidth = min(shown.map { displayWidth(of: $0.label) }.max() ?? 0, grid.width / 2)
    let summaryWidth = shown.map { displayWidth(of: $0.summary) }.max() ?? 0
    let x = min(left, max(0, grid.width / 4))
    let width = min(grid.width - x, labelWidth + 2 + summaryWidth + 2)
    for (row, item) in shown.enumerated() {
      let y = bottom - height + row
      let area = Rect(x: x, y: y, width: width, height: 1)
      grid.fill(area, style: .bar)
      grid.put(item.label, at: Point(x + 1, y), style: .bar, maximumWidth: labelWidth)
      let rest = width - labelWidth - 4
      grid.put(
        item.summary,
        at: Point(x + labelWidth + 3, y),
        style: Style.muted.over(.bar),
        maximumWidth: max(0, rest)
      )
      if commandLine.chosen == first + row { grid.restyle(area, with: .selection) }
    }
    let hidden = menu.items.count - height
    if hidden > 0 {
      let text = " \(chosen + 1)/\(menu.items.count) "
      let point = Point(x + max(0, width - displayWidth(of: text)), bottom - 1)
      grid.put(text, at: point, style: Style.muted.over(.bar))
    }
  }
}
