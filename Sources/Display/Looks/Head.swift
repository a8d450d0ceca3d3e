import Canvas
package import Diagnostics
package import Language
import Kernels
import Tables

/// The first rows, or the first by an expression.
package struct Head: Look {
  private let count: Int
  private let operands: [Operand]
  private let order: Expression?

  private static let standardCount = 10

  package static let signature = Signature.look(
    "head",
    "the first rows, or the first in the order of an expression",
    positionals: [.init("n", .number), .init("columns", .operands)],
    options: [.init("order", .expression, "sorted upwards by this; `order=-age` sorts downwards")],
    examples: [
      .init("head", "the first 10 rows"),
      .init("head 20 order=-abs(residual)", "the 20 rows the model is farthest from"),
      .init("head 5 age (log(credit_amount))", "two columns, one of them computed"),
    ]
  )

  package init(reading arguments: inout ArgumentReader) throws(Diagnostic) {
    count = try arguments.optionalCount("the number of rows") ?? Self.standardCount
    operands = arguments.operands()
    order = try arguments.expression("order")
    try arguments.takeView()
  }

  /// The first rows, all columns.
  package init(count: Int) {
    self.count = count
    operands = []
    order = nil
  }

  package func measure(_ subject: Subject, report: Report) throws(Diagnostic) -> any Measurement {
    let columns = try operands.isEmpty ? subject.frame.columns : subject.columns(operands)
    var rows = Array(0..<min(count, subject.frame.rowCount))
    if let order {
      let key = try subject.evaluate(order)
      rows = Array(Self.ascendingRows(of: key).prefix(count))
    }
    return HeadMeasurement(
      scope: RowScope(subject),
      columns: columns.map { .init(name: $0.name, kind: $0.kind) },
      rowNumbers: rows.map { subject.frame.rowNumbers[$0] },
      values: columns.map { column in rows.map { column.value(at: $0) } },
      order: order?.text
    )
  }

  /// The rows in the order of their values, missing ones last, equal ones as they stand.
  private static func ascendingRows(of column: Column) -> [Int] {
    if let values = column.doubles { return ascendingOrder(of: values) }
    let codes = column.categories.codes
    return ascendingOrder(of: codes.map { $0 == Categories.missingCode ? .nan : Double($0) })
  }
}
