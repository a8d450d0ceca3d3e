package import Diagnostics
package import Language
package import Learning
package import Tables

/// Marks rows: they are left out of later fits and of looks, and still scored.
package struct Exclude: Step {
  package static let signature = Signature(
    "exclude",
    .tableStep,
    "leave rows out of later fits and looks; they are still scored",
    positionals: [
      .init("method", .method(OutlierMethod.choices)), .init("column", .columns),
    ],
    options: OutlierMethod.options,
    takesCondition: true,
    examples: [
      .init("exclude where living_area_sqft < 200", "rows for which the condition is true"),
      .init("exclude iqr lot_sqft k=5", "rows in which one of the columns is an outlier"),
    ]
  )

  private enum Rule: Sendable {
    case condition(Expression)
    case outliers(OutlierMethod, ColumnSelection)
  }

  private let rule: Rule

  package init(reading arguments: inout ArgumentReader) throws(Diagnostic) {
    let word = try arguments.method(standard: "")
    switch (word, arguments.condition) {
    case ("", let condition?): rule = .condition(condition)
    case ("", nil): throw arguments.needs("a method or a condition after 'where'")
    case (_, nil):
      let method = try OutlierMethod(word, reading: &arguments)
      rule = .outliers(method, try arguments.columns())
    case (_, .some):
      throw Diagnostic(
        .usage,
        "exclude takes a method or a 'where', found both",
        subject: word
      )
    }
  }

  package var learns: Bool {
    if case .outliers = rule { true } else { false }
  }

  package func fit(to training: Training, report: Report) throws(Diagnostic) -> FittedExclude {
    switch rule {
    case .condition(let condition):
      _ = try training.frame.condition(condition)
      return FittedExclude(conditions: [condition])
    case .outliers(let method, let columns):
      let limits = try method.limits(of: columns, in: training, for: "exclude")
      return FittedExclude(conditions: limits.map(\.condition))
    }
  }
}

package struct FittedExclude: FittedStep {
  let conditions: [Expression]

  package var operations: [Operation] { [] }

  package func marks(in frame: Frame) throws(Diagnostic) -> [Bool]? {
    var marks = [Bool](repeating: false, count: frame.rowCount)
    for condition in conditions {
      for (row, isTrue) in try frame.condition(condition).enumerated() where isTrue {
        marks[row] = true
      }
    }
    return marks
  }
}
