package import Diagnostics
package import Language
package import Learning
package import Tables

/// Adds what a table beside the data knows of each row's key.
package struct Lookup: Step {
  package static let signature = Signature(
    "lookup",
    .tableStep,
    "add to each row what a table loaded with as= has for its key; rows stay as they are",
    positionals: [.init("table", .table, isRequired: true), .init("columns", .columns)],
    options: [
      .init("on", .keys, "the columns that have to be equal, such as `on=shop` or `on=origin=code`")
    ],
    examples: [
      .init("lookup airports on=origin=code", "every column of the airport, missing for others"),
      .init("lookup rates on=currency,day rate", "one column, found by two"),
    ]
  )

  private let name: String
  private let columns: ColumnSelection
  private let keys: [(left: String, right: String)]
  /// Nil until the line is bound.
  private var table: LookupTable?

  package private(set) var boundDigest = ""

  package init(reading arguments: inout ArgumentReader) throws(Diagnostic) {
    name = try arguments.name("the name of a table loaded with as=")
    columns = try arguments.columns()
    guard let keys = try arguments.keys("on") else { throw arguments.needs("on=KEY") }
    self.keys = keys
  }

  package func bound(to tables: [String: Frame]) throws(Diagnostic) -> Lookup {
    guard let frame = tables[name] else { throw .noTable(name, known: tables.keys.sorted()) }
    var keyColumns: [Column] = []
    for key in keys { keyColumns.append(try frame.column(named: key.right)) }
    let isKey = Set(keys.map(\.right))
    var values: [Column] = []
    for name in try columns.resolve(in: frame.candidates(), usable: { !isKey.contains($0.name) }) {
      values.append(try frame.column(named: name))
    }
    var bound = self
    do throws(Diagnostic) {
      bound.table = try LookupTable(keys: keyColumns, values: values)
    } catch {
      var fault = error
      fault.message = "'\(name)': \(error.message)"
      fault.hint = fault.hint ?? "join \(Words.quotedName(name)) on=\(keyText) kind=left"
      fault.subject = name
      throw fault
    }
    bound.boundDigest = " " + (keyColumns + values).map(\.digest).joined(separator: " ")
    return bound
  }

  private var keyText: String {
    keys.map { key in
      let left = Words.quotedName(key.left)
      return key.left == key.right ? left : "\(left)=\(Words.quotedName(key.right))"
    }.joined(separator: ",")
  }

  package func fit(to training: Training, report: Report) throws(Diagnostic) -> FittedLookup {
    guard let table else { throw .noTable(name, known: []) }
    var columns: [Column] = []
    for (key, other) in zip(keys, table.keys) {
      let column = try training.frame.column(named: key.left)
      guard KeyMatch.agree(column, other) else { throw .disagreeing(column, with: other) }
      columns.append(column)
    }
    // A name that is taken is told by the table's before it, as join does.
    let values = table.values.map { column in
      training.frame.hasColumn(named: column.name)
        ? column.renamed("\(name).\(column.name)") : column
    }
    if let taken = values.first(where: { training.frame.hasColumn(named: $0.name) }) {
      throw Diagnostic(.data, "there is already a column '\(taken.name)'", subject: name)
    }
    let absent = table.find(columns).count { $0 < 0 }
    let rows = absent == 1 ? "row" : "rows"
    return FittedLookup(
      keys: keys.map(\.left),
      table: try LookupTable(keys: table.keys, values: values),
      findings: absent == 0
        ? [] : values.prefix(1).map { Finding($0.name, "\(absent) \(rows) not in \(name)") }
    )
  }
}

package struct FittedLookup: FittedStep {
  package let keys: [String]
  package let table: LookupTable
  package let findings: [Finding]

  package var operations: [Operation] { [.lookup(keys: keys, table)] }

  package var isSound: Bool { !keys.isEmpty && keys.count == table.keys.count }
}

extension Diagnostic {
  fileprivate static func noTable(_ name: String, known: [String]) -> Diagnostic {
    guard known.isEmpty else { return .unknown("table", name, known: known) }
    return Diagnostic(
      .usage,
      "no table '\(name)' has been loaded beside the data",
      try: "load \"\(name).csv\" as=\(Words.quotedName(name))",
      subject: name
    )
  }
}
