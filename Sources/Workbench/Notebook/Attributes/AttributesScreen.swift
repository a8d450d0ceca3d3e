package import Canvas
package import Language
import Tables

/// One row for each column: what it holds, how much of it is missing, and whether it is kept.
package struct AttributesScreen: Sendable {
  package let content: TableContent
  package private(set) var selected = 0
  package private(set) var top = 0
  package var query = ""
  /// By place; a column that isn't there hasn't been summarised yet.
  private var summaries: [Int: ColumnSummary] = [:]
  private var lastWork = 0
  private var awaited: Int?

  /// Columns and cells summarised in one go, so that something is seen soon.
  private static let mostColumns = 16
  private static let mostCells = 2_000_000

  package init(_ content: TableContent) { self.content = content }

  package var columnCount: Int { content.frame.columnCount }

  package var current: String? {
    selected < columnCount ? content.frame.columns[selected].name : nil
  }

  package var currentKind: ColumnKind? {
    selected < columnCount ? content.frame.columns[selected].kind : nil
  }

  func summary(at place: Int) -> ColumnSummary? { summaries[place] }

  package mutating func move(by step: Int, _ size: Size) { select(selected + step, size) }

  package mutating func select(_ place: Int, _ size: Size) {
    selected = min(max(place, 0), max(0, columnCount - 1))
    let height = max(1, size.height - 1)
    top = min(max(top, selected - height + 1), selected)
  }

  /// What to summarise next: what is in view, and if that is done nothing more.
  package mutating func nextWork(_ size: Size) -> TableWork? {
    guard awaited == nil else { return nil }
    let end = min(columnCount, top + max(1, size.height - 1))
    guard let first = (top..<max(top, end)).first(where: { summaries[$0] == nil }) else {
      return nil
    }
    lastWork += 1
    awaited = lastWork
    let fitting = Self.mostCells / max(1, content.frame.rowCount)
    let chunk = min(max(1, fitting), Self.mostColumns)
    let job = TableWork.Job.summarise(first..<min(first + chunk, end))
    return TableWork(id: lastWork, frame: content.frame, job: job)
  }

  package mutating func take(_ answer: TableWork.Answer) {
    guard answer.id == awaited else { return }
    awaited = nil
    guard case .summarised(let places, let found) = answer.result else { return }
    for (place, summary) in zip(places, found) { summaries[place] = summary }
  }

  package mutating func find(_ step: Int, includingCurrent: Bool, _ size: Size) -> Bool {
    let wanted = query.lowercased()
    guard !wanted.isEmpty, columnCount > 0 else { return false }
    for distance in (includingCurrent ? 0 : 1)...columnCount {
      let place = ((selected + step * distance) % columnCount + columnCount) % columnCount
      if content.frame.columns[place].name.lowercased().contains(wanted) {
        select(place, size)
        return true
      }
    }
    return false
  }
}
