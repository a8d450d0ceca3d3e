import Language
import Canvas
import Display
import Pipelines
import Tables

/// What a step did to the rows that can be seen, column by column.
struct StepEffect: Measurement {
  struct Change: Encodable {
    let column: String
    /// Cells that differ.
    let cells: Int
    let missingBefore: Int
    let missingAfter: Int

    private enum CodingKeys: String, CodingKey {
      case column, cells
      case missingBefore = "missing_before"
      case missingAfter = "missing_after"
    }
  }

  let step: String
  let rows: Int
  let columns: Int
  let added: [String]
  let removed: [String]
  let changed: [Change]
  /// Rows that are newly left out of fits and looks.
  let excluded: Int
  let findings: [Finding]

  init(of step: RecipeStep, before: RecipeView, after: RecipeView) {
    let (old, new) =
      step.makesDesign ? (before.design, after.design) : (before.frame, after.frame)
    self.step = step.call.text
    rows = new.rowCount
    columns = new.columnCount
    added = new.names.filter { !old.hasColumn(named: $0) }
    removed = old.names.filter { !new.hasColumn(named: $0) }
    excluded = after.marks.count { $0 } - before.marks.count { $0 }
    findings =
      after.fitted.steps.last { $0.call == step.call }?.fitted.findings ?? []
    changed = new.columns.compactMap { column in
      guard let place = old.place(of: column.name) else { return nil }
      return Change(from: old.columns[place], to: column)
    }
  }

  private static let shownCount = 12

  var scene: Scene {
    var facts: [String] = []
    if !added.isEmpty { facts.append("made \(listed(added))") }
    if !removed.isEmpty { facts.append("took away \(listed(removed))") }
    if excluded > 0 {
      facts.append(
        "\(NumberFormat.count(excluded, "row")) left out of later fits and looks, still scored"
      )
    }
    var scene = Scene()
    if !facts.isEmpty { scene.add(.prose(facts.joined(separator: " · "))) }
    let noted = Dictionary(findings.map { ($0.column, $0.text) }) { first, _ in first }
    var rows: [[Scene.Table.Entry]] = changed.map { change in
      let missing =
        change.missingBefore == change.missingAfter
        ? ""
        : "\(NumberFormat.count(change.missingBefore)) → \(NumberFormat.count(change.missingAfter))"
      return [
        .init(change.column), .init(NumberFormat.count(change.cells)), .init(missing),
        .init(noted[change.column] ?? "", .muted),
      ]
    }
    let mentioned = Set(changed.map(\.column))
    rows += findings.filter { !mentioned.contains($0.column) }.map {
      [.init($0.column), .init("0"), .init(""), .init($0.text, .muted)]
    }
    guard !rows.isEmpty else {
      if facts.isEmpty { scene.add(.prose("nothing to change")) }
      return scene
    }
    let left = rows.count - Self.shownCount
    scene.add(
      .table(
        Scene.Table(
          ["column", .number("changed"), .number("missing"), ""],
          rows: Array(rows.prefix(Self.shownCount)),
          noun: "column"
        )
      )
    )
    if left > 0 { scene.add(.note("and \(NumberFormat.count(left, "more column"))")) }
    return scene
  }

  private func listed(_ names: [String]) -> String {
    let more = names.count - 6
    return names.prefix(6).joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
  }

  private enum CodingKeys: String, CodingKey {
    case step, rows, columns, added, removed, changed, excluded, findings
  }
}

extension StepEffect.Change {
  /// Nil when nothing differs.
  fileprivate init?(from old: Column, to new: Column) {
    guard old != new else { return nil }
    var cells = 0
    if old.kind == new.kind {
      for row in 0..<new.count where old.value(at: row) != new.value(at: row) { cells += 1 }
    } else {
      cells = new.count
    }
    guard cells > 0 || old.missingCount != new.missingCount || old.kind != new.kind else {
      return nil
    }
    self.init(
      column: new.name,
      cells: cells,
      missingBefore: old.missingCount,
      missingAfter: new.missingCount
    )
  }
}
