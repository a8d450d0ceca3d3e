import Canvas
package import Diagnostics
import Display
package import Language
import Tables

/// Puts a table loaded beside the data together with the rows.
package struct JoinCommand: Command {
  package static let signature = Signature(
    "join",
    .population,
    "put a table loaded with as= together with the rows, where keys are equal",
    positionals: [.init("table", .table, isRequired: true)],
    options: [
      .init(
        "on",
        .keys,
        "the columns that have to be equal, such as `on=shop,day` or `on=from=code`"
      ),
      .init(
        "kind",
        .choice(JoinKind.allCases.map(\.rawValue)),
        standard: "inner",
        "which rows stay: those with a match, all of one table or both; semi and anti only choose"
      ),
    ],
    examples: [
      .init("join airports on=origin=code kind=left", "all rows, with their airport's columns"),
      .init("join sales on=shop,day", "only rows that have a sale"),
      .init("join returned on=order kind=anti", "only rows that were not returned"),
    ]
  )

  private let name: String
  private let keys: [(left: String, right: String)]
  private let kind: JoinKind

  package init(reading arguments: inout ArgumentReader) throws(Diagnostic) {
    name = try arguments.name("the name of a table loaded with as=")
    guard let keys = try arguments.keys("on") else { throw arguments.needs("on=KEY") }
    self.keys = keys
    let word = try arguments.choice("kind", among: JoinKind.allCases.map(\.rawValue))
    kind = word.flatMap(JoinKind.init) ?? .inner
  }

  package func run(
    in study: inout Study,
    _ context: RunContext
  ) throws(Diagnostic) -> Outcome {
    try study.requireData()
    let right = try study.table(named: name)
    let rows = try study.populationRows(for: context.written, reading: keys.map(\.left))
    var columns: [(left: Column, right: Column)] = []
    for key in keys {
      let pair = (
        left: try rows.column(named: key.left), right: try right.column(named: key.right)
      )
      guard KeyMatch.agree(pair.left, pair.right) else { throw .disagreeing(pair, in: name) }
      columns.append(pair)
    }
    let left = study.frame
    let join = try TableJoin(kind, left, right, on: columns, named: name, report: context.report)
    let added = Array(join.frame.names.dropFirst(left.columnCount))
    if join.isSelection {
      try study.extendTable(to: join.frame, from: join.leftRows, with: added, by: context)
    } else {
      try study.replaceTable(with: join.frame, by: context)
    }
    return Outcome(
      notice(join, added, study),
      warnings: growth(of: join, from: left.rowCount)
        + (join.frame.rowCount == 0 ? ["no row is left"] : [])
    )
  }

  private func growth(of join: TableJoin, from count: Int) -> [String] {
    let found = join.leftRows.count { $0 >= 0 }
    guard !join.isSelection, found > count || kind == .inner || kind == .right,
      found > join.matchedCount + (kind == .inner || kind == .right ? 0 : join.leftOnlyCount)
    else { return [] }
    return [
      "a key stands more than once in '\(name)': \(NumberFormat.count(count, "row")) have become "
        + NumberFormat.count(join.frame.rowCount)
    ]
  }

  private func notice(_ join: TableJoin, _ added: [String], _ study: Study) -> Notice {
    let facts = [
      "\(NumberFormat.count(join.matchedCount, "row")) with a match",
      "\(NumberFormat.count(join.leftOnlyCount)) without",
      "\(NumberFormat.count(join.rightOnlyCount)) of \(name) unmatched",
    ]
    let made = added.isEmpty ? "" : "; new: \(added.joined(separator: ", "))"
    return Notice(
      study,
      [
        .init("kind", .string(kind.rawValue)), .init("matched", .count(join.matchedCount)),
        .init("left_only", .count(join.leftOnlyCount)),
        .init("right_only", .count(join.rightOnlyCount)), .init("added", .strings(added)),
      ],
      [
        .prose(
          "\(NumberFormat.count(join.frame.rowCount, "row")): \(facts.joined(separator: ", "))\(made)"
        )
      ]
    )
  }
}

extension Diagnostic {
  fileprivate static func disagreeing(
    _ pair: (left: Column, right: Column),
    in table: String
  ) -> Diagnostic {
    Diagnostic(
      .data,
      "'\(pair.left.name)' is \(pair.left.kind.withArticle), '\(pair.right.name)' of '\(table)' is "
        + "\(pair.right.kind.withArticle): keys are of one kind",
      try: "type \(pair.right.kind.rawValue) \(Words.quotedName(pair.left.name))",
      subject: pair.left.name
    )
  }
}
