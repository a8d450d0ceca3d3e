package import Diagnostics
import Display
package import Language
import Tables

/// Gives columns a part to play other than being a feature.
package struct RoleCommand: Command {
  package static let signature = Signature(
    "role",
    .question,
    "give columns a part to play other than being a feature",
    positionals: [
      .init(
        "role",
        .method([
          .init("id", "names a row; never a feature"),
          .init("group", "rows of one group are never divided between parts or folds"),
          .init("time", "the newest rows come last: they validate and test"),
          .init("weight", "how much a row counts in fits"),
        ]),
        isRequired: true
      ),
      .init("column", .columns, isRequired: true),
    ],
    examples: [
      .init("role group name year", "several columns make one key"),
      .init("role id individual_id", "an identifier"),
    ]
  )

  private let role: RoleColumn.Role
  private let columns: ColumnSelection

  package init(reading arguments: inout ArgumentReader) throws(Diagnostic) {
    let word = try arguments.method()
    guard let role = RoleColumn.Role(rawValue: word) else {
      throw .unknown("role", word, known: RoleColumn.Role.allCases.map(\.rawValue))
    }
    self.role = role
    columns = try arguments.requiredColumns()
  }

  package func run(
    in study: inout Study,
    _ context: RunContext
  ) throws(Diagnostic) -> Outcome {
    try study.requireData()
    if let split = study.split, role == .group || role == .time {
      throw Diagnostic(
        .usage,
        "the split has been drawn without this role",
        try: "put '\(context.written.text)' above '\(split.line)'"
      )
    }
    let names = try columns.resolve(in: study.view.frame.candidates())
    for name in names {
      try refuseConflict(over: name, in: study)
      let held = try study.hold(name, for: context.written)
      try check(held.column)
      if role == .weight || role == .time { study.roles.removeAll { $0.role == role } }
      study.roles.append(RoleColumn(role: role, held: held))
    }
    try study.refreshView(report: context.report)
    return Outcome(
      Notice(
        study,
        [.init("role", .string(role.rawValue)), .init("of", .strings(names))],
        [.prose("\(role.rawValue): \(names.joined(separator: ", "))")]
      )
    )
  }

  /// A column can have several roles, except that a weight is nothing else but an identifier: an
  /// identifier is only never a feature, which holds for every role.
  private func refuseConflict(over name: String, in study: Study) throws(Diagnostic) {
    let others = study.roles.filter { $0.held.column.name == name }.map(\.role)
    if let other = others.first(where: { $0 == role || isConflict($0, role) }) {
      throw Diagnostic(
        .usage,
        "'\(name)' has the role \(other.rawValue) already"
          + (other == role ? "" : ", which can't go with \(role.rawValue)"),
        try: other == role
          ? nil
          : "take '\(name)' out of 'role \(other.rawValue) …'",
        subject: name
      )
    }
    guard others.isEmpty, study.heldNames.contains(name) else { return }
    let isTarget = study.target?.held.aliases.contains(name) == true
    throw Diagnostic(
      .usage,
      "'\(name)' is \(isTarget ? "the target" : "a column of split or folds"), which has no other role",
      subject: name
    )
  }

  private func isConflict(_ a: RoleColumn.Role, _ b: RoleColumn.Role) -> Bool {
    a != .id && b != .id && (a == .weight || b == .weight)
  }

  private func check(_ column: Column) throws(Diagnostic) {
    switch role {
    case .id, .group: return
    case .time:
      guard column.kind == .datetime || column.kind == .number else {
        throw Diagnostic(
          .data,
          "a time is a datetime or a number, '\(column.name)' is \(column.kind.withArticle)",
          try: "type datetime \(Words.quotedName(column.name))",
          subject: column.name
        )
      }
    case .weight:
      let values = try column.numbers()
      guard values.allSatisfy({ $0 >= 0 }) else {
        throw Diagnostic(
          .data,
          "weights are numbers of at least 0, without gaps; '\(column.name)' has others",
          subject: column.name
        )
      }
    }
  }
}
