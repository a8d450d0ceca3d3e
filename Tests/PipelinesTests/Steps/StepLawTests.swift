import Diagnostics
import Foundation
import Kernels
import Language
import Learning
import Pipelines
import Tables
import TestSupport
import Testing

/// What holds for every step, on every table.
@Suite struct StepLawTests {
  static let lines = [
    "clip iqr", "clip zscore a k=1", "clip mad a b", "clip range a w range=0..2",
    "derive q = a / b", "derive a = coalesce(a, 0)", "derive c = concat(c, w)",
    "drop c x", "drop -a", "drop :number", "encode onehot", "encode onehot c drop=first",
    "exclude iqr a", "exclude zscore", "exclude where a > 1 or c is missing",
    "impute mean", "impute median a b", "impute mode", "impute mode c flag t",
    "impute constant a value=-1.5", "impute constant c value=\"a \\\" b\"",
    "impute constant flag value=no", "impute constant t value=2024-01-31", "keep a c",
    "lookup known on=c,w", "lookup known on=x=place level size", "lookup known on=a=b",
    "mask a b where a > b", "mask range w range=..1", "mask mad :number k=0.5",
    "recode a 0..1=low 2..=high", "recode c \"u\"=missing v=z", "recode w 0=missing 1=10",
    "recode flag yes=no", "rename a=z", "rename a=b b=a", "rename clean",
    "scale standard", "scale minmax a w", "scale robust", "type boolean flag w",
    "type category a c", "type datetime x", "type number c x flag", "type text a t flag",
  ]

  static let trials = lines.flatMap { line in TrialFrames.names.map { (line, $0) } }

  @Test func `every step of the catalogue is tried`() {
    let words = Set(Self.lines.compactMap { $0.split(separator: " ").first.map(String.init) })
    #expect(words == Set(StepCatalog.all.map { $0.signature.word }))
  }

  @Test(arguments: trials)
  func `a step keeps rows, learns the same twice, and gives each row alone what the table gives`(
    line: String,
    table: String
  ) throws {
    let frame = try TrialFrames.frame(table)
    let step: FittedRecipeStep
    do throws(Diagnostic) {
      step = try Steps.fit(line, to: frame)
    } catch {
      try expectClear(error)
      return
    }
    #expect(learned(try Steps.fit(line, to: frame)) == learned(step), "fitted twice")
    let (whole, marks) = try step.apply(to: frame)
    #expect(whole.rowNumbers == frame.rowNumbers)
    #expect(marks.map { $0.count == frame.rowCount } ?? true)
    let cells = whole.cells
    for row in 0..<frame.rowCount {
      let (alone, mark) = try step.apply(to: frame.rows(at: [row]))
      #expect(alone.cells == [cells[row]], "row \(row) alone")
      #expect(mark?[0] == marks?[row], "row \(row) marked alone")
    }
  }

  @Test(arguments: trials)
  func `a step that is saved and read again does the same`(line: String, table: String) throws {
    let frame = try TrialFrames.frame(table)
    guard let step = try? Steps.fit(line, to: frame) else { return }
    let again = try reread(step.fitted)
    #expect(again.isSound)
    #expect(again.operations == step.fitted.operations)
    #expect(again.findings == step.fitted.findings)
    let reread = FittedRecipeStep(call: step.call, fitted: again)
    let (rows, marks) = try step.apply(to: frame)
    let (rowsAgain, marksAgain) = try reread.apply(to: frame)
    #expect(rowsAgain == rows)
    #expect(marksAgain == marks)
  }

  @Test(arguments: trials)
  func `rows that no training row resembles give a result or a clear fault`(
    line: String,
    table: String
  ) throws {
    guard let step = try? Steps.fit(line, to: try TrialFrames.frame(table)) else { return }
    let rows = try TrialFrames.strange()
    do throws(Diagnostic) {
      let (after, _) = try step.apply(to: rows)
      #expect(after.rowNumbers == rows.rowNumbers)
    } catch {
      try expectClear(error)
    }
  }

  @Test(arguments: lines.filter { $0.contains(" ") && !$0.contains("where") })
  func `a held column is refused by name`(line: String) throws {
    let words = line.split(separator: " ").map(String.init)
    // These may name it: keep keeps it in any case, and a copy is made under another name.
    let mayName = ["keep", "rename"].contains(words[0]) || line.contains("q = a")
    guard words.contains("a"), !mayName else { return }
    let held = words.map { $0 == "a" ? "y" : $0 }.joined(separator: " ")
    #expect(throws: Diagnostic.self) {
      try Steps.fit(held, to: try TrialFrames.frame("plain"))
    }
  }

  private func learned(_ step: FittedRecipeStep) -> String { JSON(encoding: step.fitted).compact }

  private func reread<Fitted: FittedStep>(_ step: Fitted) throws -> Fitted {
    let text = JSON(encoding: step).pretty
    return try JSONDecoder().decode(Fitted.self, from: Data(text.utf8))
  }

  private func expectClear(_ fault: Diagnostic) throws {
    #expect(!fault.message.isEmpty)
    #expect(fault.message.last != ".")
    #expect(fault.kind == .data || fault.kind == .usage, "\(fault)")
  }
}
