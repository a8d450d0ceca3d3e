import Canvas
import Display
import Language
import Learning
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
  private let renamed: [Renaming]

  init(of step: RecipeStep, before: RecipeView, after: RecipeView) {
    let (old, new) =
      step.makesDesign ? (before.design, after.design) : (before.frame, after.frame)
    self.step = step.call.text
    rows = new.rowCount
    columns = new.columnCount
    added = new.names.filter { !old.hasColumn(named: $0) }
    removed = old.names.filter { !new.hasColumn(named: $0) }
    excluded = after.marks.count { $0 } - before.marks.count { $0 }
    let fitted = after.fitted.steps.last { $0.call == step.call }?.fitted
    findings = fitted?.findings ?? []
    renamed = (fitted as? FittedRename)?.pairs ?? []
    changed = new.columns.compactMap { column in
      guard let place = old.place(of: column.name) else { return nil }
      return Change(from: old.columns[place], to: column)
    }
  }

  private static let shownCount = 12

  var scene: Scene {
    guard renamed.isEmpty else { return renamedScene }
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
    let mentioned = Set(changed.map(\.column))
    let others = findings.filter { !mentioned.contains($0.column) }
    if changed.isEmpty {
      add(
        ["", ""],
        others.map { [.init($0.column), .init($0.text, .muted)] },
        to: &scene
      )
    } else {
      add(
        ["column", .number("cells changed"), .number("missing"), ""],
        changed.map { change in
          [
            .init(change.column), .init(NumberFormat.count(change.cells)), .init(change.missing),
            .init(noted[change.column] ?? "", .muted),
          ]
        } + others.map { [.init($0.column), .init("0"), .init(""), .init($0.text, .muted)] },
        to: &scene
      )
    }
    if scene.blocks.isEmpty { scene.add(.prose("nothing to change")) }
    return scene
  }

  private var renamedScene: Scene {
    var scene = Scene([.prose("renamed \(NumberFormat.count(renamed.count, "column"))")])
    add(["was", "now"], renamed.map { [.init($0.old, .muted), .init($0.new)] }, to: &scene)
    return scene
  }

  /// The first rows, and how many more there are.
  private func add(
    _ columns: [Scene.Table.Column],
    _ rows: [[Scene.Table.Entry]],
    to scene: inout Scene
  ) {
    guard !rows.isEmpty else { return }
    scene.add(
      .table(Scene.Table(columns, rows: Array(rows.prefix(Self.shownCount)), noun: "column"))
    )
    let left = rows.count - Self.shownCount
    if left > 0 { scene.add(.note("and \(NumberFormat.count(left, "more column"))")) }
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
  fileprivate var missing: String {
    missingBefore == missingAfter
      ? "" : "\(NumberFormat.count(missingBefore)) → \(NumberFormat.count(missingAfter))"
  }

  /// Nil when nothing differs.
  fileprivate init?(from old: Column, to new: Column) {
    guard old != new else { return nil }
    var cells = 0
    if old.kind == new.kind {
      for row in 0..<new.count where old.value(at: row).differs(from: new.value(at: row)) {
        cells += 1
      }
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

extension Value {
  /// Whole numbers that a step has made fractional numbers of the same size are no change.
  fileprivate func differs(from other: Value) -> Bool {
    if self == other { return false }
    if let a = double, let b = other.double { return a != b }
    return true
  }
}
