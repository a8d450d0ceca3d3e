import Canvas
package import Diagnostics
import Display
package import Language
import Tables

/// Puts the rows in an order.
package struct SortCommand: Command {
  package static let signature = Signature(
    "sort",
    .population,
    "put the rows in order; missing values come last, equal rows keep their places",
    positionals: [.init("columns", .operands, isRequired: true)],
    options: [.init("descending", .flag, standard: "no", "the greatest first, for every key")],
    examples: [
      .init("sort species -body_mass", "by species, within one the heaviest first"),
      .init("sort (abs(latitude)) descending=yes", "by what an expression gives"),
    ]
  )

  private struct Key {
    var operand: Operand
    var isDescending: Bool
  }

  private var keys: [Key] = []

  package init(reading arguments: inout ArgumentReader) throws(Diagnostic) {
    let isDescending = try arguments.flag("descending") ?? false
    while let argument = arguments.peek() {
      let (inner, isTurned) =
        if case .except(let inner) = argument { (inner, true) } else { (argument, false) }
      guard let operand = Operand(inner), operand.isSingle else { break }
      _ = arguments.next()
      keys.append(Key(operand: operand, isDescending: isTurned != isDescending))
    }
    guard !keys.isEmpty else { throw arguments.needs("a column") }
  }

  package func run(
    in study: inout Study,
    _ context: RunContext
  ) throws(Diagnostic) -> Outcome {
    let operands = keys.map(\.operand)
    let rows = try study.populationRows(for: context.written, reading: operands.columnNames)
    let (columns, faults) = try study.population(operands, in: rows)
    let order = OrderKey.rows(
      by: zip(columns, keys).map { OrderKey($0, isDescending: $1.isDescending) },
      rowCount: rows.rowCount
    )
    try study.selectRows(order, report: context.report)
    study.populationLines.append(context.call.text)
    let names = zip(columns, keys).map { $1.isDescending ? "\($0.name), descending" : $0.name }
    return Outcome(
      Notice(
        study,
        [.init("by", .strings(columns.map(\.name)))],
        [
          .prose(
            "\(NumberFormat.count(order.count, "row")) sorted by \(names.joined(separator: "; "))"
          )
        ]
      ),
      warnings: faults.warnings
    )
  }
}

extension Operand {
  /// One column by its name, or an expression.
  fileprivate var isSingle: Bool {
    switch self {
    case .columns(.name), .expression: true
    case .columns: false
    }
  }
}
