import Canvas
package import Diagnostics
import Display
import Kernels
package import Language
import Learning
import Tables

/// Divides the rows into parts that train, validate and test; the test part is sealed.
package struct SplitCommand: Command {
  package static let signature = Signature(
    "split",
    .question,
    "divide the rows into training, validation and sealed test rows",
    positionals: [
      .init("shares", .ratio),
      .init("test", .method([.init("test", "with where: the rows for which it is true test")])),
    ],
    options: [
      .init("seed", .integer(0...Int(Int32.max)), "another draw; the study's seed if left out"),
      .init("column", .column, "a column that says train, validation or test"),
    ],
    takesCondition: true,
    examples: [
      .init("split 60/20/20 seed=7", "training, validation and test"),
      .init("split 80/20", "training and test; models are compared by folds"),
      .init("split test where year(time_utc) >= 2018", "the rows that test, said outright"),
    ]
  )

  private enum Form: Sendable {
    case shares([Double])
    case column(String)
    case condition(Expression)
  }

  private let form: Form
  private let seed: Int?

  package init(reading arguments: inout ArgumentReader) throws(Diagnostic) {
    seed = try arguments.integer("seed", in: 0...Int(Int32.max))
    let column = try arguments.name(option: "column")
    if let shares = arguments.ratio() {
      guard (2...3).contains(shares.count), shares.allSatisfy({ $0 > 0 }), column == nil else {
        throw Diagnostic(
          .usage,
          "split takes train/validation/test or train/test, each above 0",
          try: "split 60/20/20"
        )
      }
      form = .shares(shares)
    } else if let column {
      form = .column(column)
    } else if try arguments.method(standard: "") == "test", let condition = arguments.condition {
      form = .condition(condition)
      return
    } else {
      throw arguments.needs("shares such as 60/20/20")
    }
    guard arguments.condition == nil else {
      throw Diagnostic(
        .usage,
        "'where' goes with 'split test'",
        try: "split test where …"
      )
    }
  }

  package func run(
    in study: inout Study,
    _ context: RunContext
  ) throws(Diagnostic) -> Outcome {
    try study.requireData()
    if let split = study.split {
      throw Diagnostic(
        .usage,
        "the rows are split already, by '\(split.line)'",
        try: "edit that line"
      )
    }
    var warnings: [String] = []
    let split: Split
    switch form {
    case .shares(let shares):
      split = Split(
        parts: parts(shares, of: study),
        summary: shares.map(Value.plainText(of:)).joined(separator: "/"),
        line: context.call.text
      )
      if study.target == nil {
        warnings.append("without a target the classes are not kept in proportion: put it above")
      }
    case .column(let name): split = try given(by: name, in: study, context)
    case .condition(let condition):
      let rows = try study.unlearnedRows(reading: condition.columns, for: context.written)
      split = Split(
        parts: try rows.condition(condition).map { $0 ? .test : .train },
        summary: "test where \(condition.text)",
        line: context.call.text
      )
      if let group = dividedGroup(split, study) {
        warnings.append("group '\(group)' has rows on both sides of the split")
      }
    }
    for part in [Split.Part.train, .test] where split.count(of: part) == 0 {
      throw Diagnostic(
        .data,
        "no row would be \(part.rawValue), of \(study.frame.rowCount) (split: \(split.summary))"
      )
    }
    study.split = split
    try study.refreshView(report: context.report)
    return Outcome(facts(of: split, study), warnings: warnings)
  }

  private func parts(_ shares: [Double], of study: Study) -> [Split.Part] {
    let order: [Split.Part] = shares.count == 3 ? [.train, .validation, .test] : [.train, .test]
    let groups = study.groupNumbers
    let drawn: [Int]
    if let times = study.times {
      drawn = Folds.timeParts(times, shares: shares, groups: groups)
    } else {
      let seed = (seed.map { Seed($0) } ?? study.baseSeed).derived("split")
      drawn = Folds.parts(
        rowNumbers: study.frame.rowNumbers.array,
        shares: shares,
        seed: seed,
        strata: study.strata,
        groups: groups
      )
    }
    return drawn.map { order[$0] }
  }

  private func given(
    by name: String,
    in study: Study,
    _ context: RunContext
  ) throws(Diagnostic) -> Split {
    let held = try study.hold(name, for: context.written)
    let column = held.column
    var parts: [Split.Part] = []
    for row in 0..<column.count {
      let text = column.value(at: row).plainText.lowercased()
      guard let part = Split.Part(rawValue: text) else {
        throw Diagnostic(
          .data,
          "row \(row + 1) of '\(name)' is '\(text)', expected train, validation or test",
          subject: name
        )
      }
      parts.append(part)
    }
    return Split(
      parts: parts,
      summary: "by \(name)",
      line: context.call.text,
      held: held
    )
  }

  /// A group, by the text of its first column, whose rows are in more than one part.
  private func dividedGroup(_ split: Split, _ study: Study) -> String? {
    guard let groups = study.groupNumbers,
      let column = study.roles.first(where: { $0.role == .group })?.held.column
    else { return nil }
    var partOfGroup: [Int: Split.Part] = [:]
    for (row, group) in groups.enumerated() {
      let part = partOfGroup[group] ?? split.parts[row]
      if part != split.parts[row] { return column.value(at: row).plainText }
      partOfGroup[group] = part
    }
    return nil
  }

  private func facts(of split: Split, _ study: Study) -> Notice {
    let counts = Split.Part.allCases.map { ($0.rawValue, split.count(of: $0)) }
    let texts = counts.filter { $0.1 > 0 }.map { "\($0.0) \(NumberFormat.count($0.1))" }
    var how = "drawn by row number"
    if case .shares = form {
      if study.times != nil {
        how = "the newest rows last"
      } else {
        if study.strata != nil { how += ", classes in proportion" }
        if study.groupNumbers != nil { how += ", groups whole" }
      }
    } else {
      how = split.summary
    }
    return Notice(
      study,
      [
        .init("split", .string(split.summary)),
        .init("parts", .object(counts.map { .init($0.0, .count($0.1)) })),
      ],
      [.prose(texts.joined(separator: " · ") + " (sealed)"), .note(how)]
    )
  }
}
