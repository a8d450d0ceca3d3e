package import Diagnostics
package import Language
package import Learning
import Tables

/// Makes cells missing: outliers by a rule, or those for which a condition is true.
package struct Mask: Step {
  package static let signature = Signature(
    "mask",
    .tableStep,
    "make cells missing: outliers, or where a condition is true",
    positionals: [
      .init("method", .method(OutlierMethod.choices)), .init("column", .columns, isRequired: true),
    ],
    options: OutlierMethod.options,
    takesCondition: true,
    examples: [
      .init("mask depth_ft where depth_ft = 0", "a zero that means unknown"),
      .init("mask zscore lot_sqft k=4", "what is too far from the mean"),
    ]
  )

  private enum Rule: Sendable {
    case condition(Expression)
    case outliers(OutlierMethod)
  }

  private let rule: Rule
  private let columns: ColumnSelection

  package init(reading arguments: inout ArgumentReader) throws(Diagnostic) {
    let word = try arguments.method(standard: "")
    switch (word, arguments.condition) {
    case ("", let condition?): rule = .condition(condition)
    case ("", nil): throw arguments.needs("a method or a condition after 'where'")
    case (_, nil): rule = .outliers(try OutlierMethod(word, reading: &arguments))
    case (_, .some):
      throw Diagnostic(
        .usage,
        "mask takes a method or a 'where', found both",
        subject: word
      )
    }
    columns = try arguments.requiredColumns()
  }

  package var learns: Bool {
    if case .outliers = rule { true } else { false }
  }

  package func fit(to training: Training, report: Report) throws(Diagnostic) -> FittedMask {
    switch rule {
    case .outliers(let method):
      return FittedMask(
        masks: try method.limits(of: columns, in: training, for: "mask").map {
          FittedMask.Cells(column: $0.column, condition: $0.condition)
        }
      )
    case .condition(let condition):
      _ = try training.frame.condition(condition)
      return FittedMask(
        masks: try training.columns(columns).map { .init(column: $0, condition: condition) }
      )
    }
  }
}

package struct FittedMask: FittedStep {
  struct Cells: Hashable, Sendable, Codable {
    let column: String
    let condition: Expression
  }

  let masks: [Cells]

  /// Each condition sees the table as it is when its own column is reached, except that columns
  /// masked before it are masked already.
  package var operations: [Operation] {
    masks.map { .mask(column: $0.column, where: $0.condition) }
  }

  package var findings: [Finding] {
    masks.map { Finding($0.column, "missing where \($0.condition.text)") }
  }
}
