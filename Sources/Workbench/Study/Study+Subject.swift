import Canvas
import Diagnostics
import Display
import Language
import Learning
import Modelling
import Tables

extension Study {
  /// What a look sees: the rows that may be seen, as its `on=` asks, those for which its `where` is
  /// true, with the predictions it speaks of.
  func subject(for call: Call) throws(Diagnostic) -> Subject {
    var rows = try rows(on: call.options.first { $0.name == "on" }?.value)
    var shown = RowMask(rowCount: rows.rowCount)
    var restrictions: [String] = []
    var faults = ArithmeticFaults()
    if let split, split.count(of: .test) > 0 { restrictions.append("test sealed") }
    let excluded = view.marks.count { $0 }
    if excluded > 0 {
      shown.keep { !view.marks[$0] }
      restrictions.append("\(NumberFormat.count(excluded)) excluded")
    }
    if let asked = predictions(in: call, rows) {
      let (columns, name) = try predictionColumns(asked)
      for column in columns { rows = try rows.setting(column) }
      shown.keep { !columns[0].isMissing(at: $0) }
      restrictions.append("out-of-fold predictions of \(name)")
    }
    if let condition = call.condition {
      let (mask, found) = try rows.selection(condition)
      faults = found
      shown.keep { mask[$0] }
      restrictions.append("where \(condition.text)")
    }
    let restriction = restrictions.isEmpty ? nil : restrictions.joined(separator: ", ")
    let subject = Subject(
      frame: shown.applied(to: rows),
      target: target.map {
        Subject.Target(name: $0.target.name, isClass: $0.target.kind == .class)
      },
      roles: Set(roles.map(\.held.column.name)),
      totalRowCount: frame.rowCount,
      restriction: restriction
    )
    if let condition = call.condition { subject.faults.note(faults, in: condition, of: rows) }
    return subject
  }

  private func rows(on word: Argument?) throws(Diagnostic) -> Frame {
    switch word {
    case .word("raw"): return frame.rows(at: openRows)
    case .word("design"): return view.design
    default: return view.frame
    }
  }

  private static let predictionNames: Set<String> = ["predicted", "residual"]

  /// The names among a look's columns that speak of predictions; nil when none does.
  private func predictions(in call: Call, _ rows: Frame) -> [String]? {
    let names = call.mentionedColumns.filter { name in
      !rows.hasColumn(named: name)
        && (Self.predictionNames.contains(name) || name.hasPrefix("probability_"))
    }
    return names.isEmpty ? nil : names
  }

  /// The predictions for the rows that may be seen, missing where a row has none.
  private func predictionColumns(
    _ names: [String]
  ) throws(Diagnostic) -> (columns: [Column], candidate: String) {
    let candidate = try candidateInForce()
    let population = try population()
    guard let scores = candidate.outOfFold(rowCount: frame.rowCount)?.rows(at: openRows) else {
      throw Diagnostic(.internal, "a candidate without folds")
    }
    let predicted = scores.predictions
    var columns: [Column] = []
    for name in names {
      if name == "residual" {
        guard scores.answer == .number else {
          throw Diagnostic(
            .usage,
            "a class has no residual",
            try: "probability_\(population.target.levels[0])",
            subject: name
          )
        }
        let actual = openRows.map { population.labels[$0] }
        columns.append(Column(name, doubles: zip(actual, predicted).map { $0 - $1 }))
      } else if name == "predicted" {
        guard let levels = scores.answer.classes else {
          columns.append(Column(name, doubles: predicted))
          continue
        }
        columns.append(
          Column(name, categories: predicted.map { $0.isNaN ? nil : levels[Int($0)] })
        )
      } else {
        let known = (scores.answer.classes ?? []).map { "probability_\($0)" }
        guard let place = known.firstIndex(of: name) else {
          throw .unknownColumn(name, known: known)
        }
        columns.append(Column(name, doubles: scores.columns[place]))
      }
    }
    return (columns, candidate.name)
  }
}

extension Call {
  /// Every name that could be a column's, wherever it stands in the line.
  var mentionedColumns: [String] {
    var names: [String] = []
    func visit(_ argument: Argument) {
      switch argument {
      case .word(let name), .name(let name): names.append(name)
      case .expression(let expression), .definition(_, let expression): names += expression.columns
      case .except(let inner): visit(inner)
      case .list(let items): items.forEach(visit)
      default: break
      }
    }
    arguments.forEach(visit)
    groups.forEach(visit)
    options.map(\.value).forEach(visit)
    names += condition?.columns ?? []
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }
}

/// Rows that are left after one condition after another; none is stored while all are.
private struct RowMask {
  private let rowCount: Int
  private var flags: [Bool]?

  init(rowCount: Int) { self.rowCount = rowCount }

  mutating func keep(_ isKept: (Int) -> Bool) {
    let flags = flags
    self.flags = (0..<rowCount).map { (flags?[$0] ?? true) && isKept($0) }
  }

  func applied(to frame: Frame) -> Frame { flags.map(frame.filter) ?? frame }
}
