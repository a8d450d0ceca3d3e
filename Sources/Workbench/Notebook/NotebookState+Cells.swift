import Display
import Diagnostics
import Canvas
import Language

extension NotebookState {
  private var selectedCell: Snapshot.Cell? {
    cells.selected < snapshot.cells.count ? snapshot.cells[cells.selected] : nil
  }

  mutating func performInCells(_ action: KeyAction) -> [Effect] {
    let pictures = pictures(in: viewSize)
    let page = max(1, pictures.size.height - 1)
    switch action {
    case .up: cells.select(cells.selected - 1, pictures)
    case .down: cells.select(cells.selected + 1, pictures)
    case .top, .first: cells.select(0, pictures)
    case .bottom, .last:
      cells.select(snapshot.cells.count - 1, pictures)
      cells.followEnd()
    case .pageUp: cells.page(by: -page, pictures)
    case .pageDown: cells.page(by: page, pictures)
    case .halfPageUp: cells.page(by: -max(1, page / 2), pictures)
    case .halfPageDown: cells.page(by: max(1, page / 2), pictures)
    case .findNext: return findInCells(1, includingSelected: false)
    case .findPrevious: return findInCells(-1, includingSelected: false)
    case .back: break
    default:
      guard let cell = selectedCell else { return silent("no line is selected") }
      return perform(action, on: cell)
    }
    return []
  }

  private mutating func perform(_ action: KeyAction, on cell: Snapshot.Cell) -> [Effect] {
    switch action {
    case .open: return open(cell)
    case .edit:
      isInCells = false
      commandLine.take(cell.source, purpose: .edit(cell: cell.id))
    case .editOutside:
      isInCells = false
      commandLine.take(cell.source, purpose: .edit(cell: cell.id))
      return [.openEditor(cell.source)]
    case .remove:
      let number = cells.selected + 1
      say("removed line \(number): \(cell.source.clipped(to: 40)) (u undoes)")
      return [.remove(cell: cell.id)]
    case .copy:
      say("copied the line")
      return [.copy(cell.source)]
    case .copyOutput:
      guard let text = outputText(of: cell) else { return silent("the line has no output") }
      say("copied the output")
      return [.copy(text)]
    case .fold:
      cells.toggleFold(cell.id)
      cells.reveal(pictures(in: viewSize))
    case .runStale:
      guard case .stale(let reason, _) = cell.state else { return silent("the line isn't stale") }
      question = staleQuestion(cell, reason)
    default: break
    }
    return []
  }

  private mutating func open(_ cell: Snapshot.Cell) -> [Effect] {
    switch cell.state {
    case .done(let outcome), .stale(_, .some(let outcome)):
      guard let measurement = outcome.measurement else { return silent("the line has no output") }
      let content = Pager.Content.scene(measurement.scene, warnings: outcome.warnings)
      screens.append(.pager(Pager(title: cell.source.replacing("\n", with: " "), content)))
      return []
    case .failed(let fault):
      if mend(cell) { return [] }
      screens.append(
        .pager(Pager(title: "what is wrong", .text(fault.text(line: cell.source, place: ""))))
      )
      return []
    case .stale(let reason, nil):
      question = staleQuestion(cell, reason)
      return []
    case .waiting, .running: return silent("it has no output yet")
    }
  }

  private func staleQuestion(_ cell: Snapshot.Cell, _ reason: String) -> Question {
    guard let request = snapshot.consentRequest, request.cell == cell.id else {
      return .runStale(cell, reason: reason)
    }
    return .runCommand(request)
  }

  private func outputText(of cell: Snapshot.Cell) -> String? {
    switch cell.state {
    case .done(let outcome), .stale(_, .some(let outcome)):
      guard let measurement = outcome.measurement else { return nil }
      let grid = measurement.scene.draw(width: max(20, size.width), rendering: .text)
      return grid.description + "\n"
    case .failed(let fault): return fault.text(line: cell.source, place: "") + "\n"
    default: return nil
    }
  }

  mutating func findInCells(_ step: Int, includingSelected: Bool) -> [Effect] {
    isInCells = true
    let pictures = pictures(in: viewSize)
    if cells.query.isEmpty { return silent("/ finds a text") }
    if cells.find(step, includingSelected: includingSelected, pictures) { return [] }
    return silent("'\(cells.query)' is in no line and no output")
  }
}
