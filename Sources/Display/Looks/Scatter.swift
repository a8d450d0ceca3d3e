import Canvas
package import Diagnostics
package import Language
import Tables

/// Two columns against each other.
package struct Scatter: Look {
  private let x: Operand
  private let y: Operand
  private let groups: [Operand]

  package static let signature = Signature.look(
    "scatter",
    "two columns against each other, with their trend and correlation",
    positionals: [
      .init("x", .operands, isRequired: true), .init("y", .operands, isRequired: true),
    ],
    takesGroups: true,
    examples: [
      .init("scatter age credit_amount", "amount by age, crowded places brighter"),
      .init("scatter duration (log(credit_amount)) by risk", "one colour and trend per group"),
    ]
  )

  package init(reading arguments: inout ArgumentReader) throws(Diagnostic) {
    x = try arguments.operand("a column for the x axis")
    y = try arguments.operand("a column for the y axis")
    groups = try arguments.groups()
    try arguments.takeView()
  }

  package func measure(_ subject: Subject, report: Report) throws(Diagnostic) -> any Measurement {
    let x = try subject.column(x)
    let y = try subject.column(y)
    let xs = try x.quantities()
    let ys = try y.quantities()
    var measurement = ScatterMeasurement(
      scope: RowScope(subject),
      x: .init(name: x.name, isTime: x.kind == .datetime),
      y: .init(name: y.name, isTime: y.kind == .datetime),
      all: ScatterMeasurement.Group(nil, xs, ys, series: 0)
    )
    guard !groups.isEmpty else { return measurement }
    let series = try GroupSeries(groups, in: subject)
    measurement.grouping = series.title
    for (number, pair) in zip(series.split(xs), series.split(ys)).enumerated() {
      try report(Progress("scatter", done: number, of: series.names.count))
      measurement.groups.append(.init(series.names[number], pair.0, pair.1, series: number))
    }
    return measurement
  }
}

extension Column {
  /// The values as places on an axis: numbers, booleans as 0 and 1, datetimes as microseconds.
  func quantities() throws(Diagnostic) -> [Double] {
    if kind == .datetime, let doubles { return doubles }
    return try numbers()
  }
}
