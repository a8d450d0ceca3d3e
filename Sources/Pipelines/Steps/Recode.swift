package import Diagnostics
package import Language
package import Learning
import Tables

/// Replaces levels or numbers by others, or by missing.
package struct Recode: Step {
  package static let signature = Signature(
    "recode",
    .tableStep,
    "replace values by others, or by missing",
    positionals: [
      .init("column", .columns, isRequired: true), .init("pairs", .pairs, isRequired: true),
    ],
    examples: [
      .init("recode saving_accounts \"not_known\"=missing", "a level that means unknown"),
      .init("recode frontage_ft depth_ft 0=missing", "zeros that mean unknown"),
      .init("recode age 0..17=child 18..=adult", "ranges, both ends included, to levels"),
    ]
  )

  private let columns: ColumnSelection
  private let rules: [MapRule]

  package init(reading arguments: inout ArgumentReader) throws(Diagnostic) {
    columns = try arguments.requiredColumns()
    var rules: [MapRule] = []
    for pair in try arguments.pairs() {
      guard let pattern = MapRule.Pattern(pair.old), let result = pair.new.value else {
        throw Diagnostic(
          .usage,
          "recode takes OLD=NEW, found '\(Argument.pair(pair.old, pair.new).text)'",
          try: "recode column old=new",
          subject: pair.old.subject
        )
      }
      rules.append(MapRule(pattern, result))
    }
    guard !rules.isEmpty else { throw arguments.needs("OLD=NEW") }
    self.rules = rules
  }

  package func fit(to training: Training, report: Report) throws(Diagnostic) -> FittedRecode {
    var kinds: [ColumnKind] = []
    let names = try training.columns(columns)
    var unused: [Finding] = []
    for name in names {
      let column = try training.frame.column(named: name)
      kinds.append(kind(of: column))
      for rule in rules
      where !(0..<column.count).contains(where: { rule.matches(column.value(at: $0)) }) {
        unused.append(Finding(name, "no cell is \(rule.pattern.text)"))
      }
    }
    return FittedRecode(columns: names, kinds: kinds, rules: rules, findings: unused)
  }

  /// Numbers stay numbers when all results are; anything else becomes levels.
  private func kind(of column: Column) -> ColumnKind {
    let results = rules.map(\.result).filter { !$0.isMissing }
    let stays: Bool =
      switch column.kind {
      case .number:
        results.allSatisfy {
          if case .integer = $0 { true } else if case .number = $0 { true } else { false }
        }
      case .boolean: results.allSatisfy { if case .boolean = $0 { true } else { false } }
      case .datetime: results.allSatisfy { if case .datetime = $0 { true } else { false } }
      case .category, .text: true
      }
    return stays ? column.kind : .category
  }
}

package struct FittedRecode: FittedStep {
  package let columns: [String]
  package let kinds: [ColumnKind]
  package let rules: [MapRule]
  package let findings: [Finding]

  package var isSound: Bool { columns.count == kinds.count }

  package var operations: [Operation] {
    zip(columns, kinds).map { .map(column: $0, rules, to: $1) }
  }
}

extension MapRule.Pattern {
  /// A word, a text, a number, a range; bare `missing` is the value.
  init?(_ argument: Argument) {
    if case .range(let low, let high) = argument {
      guard low != nil || high != nil else { return nil }
      self = .range(low?.double, high?.double)
    } else if let value = argument.value {
      self = .value(value)
    } else {
      return nil
    }
  }

  var text: String {
    switch self {
    case .value(let value): value.literalText
    case .range(let low, let high):
      (low.map(Value.plainText(of:)) ?? "") + ".." + (high.map(Value.plainText(of:)) ?? "")
    }
  }
}
