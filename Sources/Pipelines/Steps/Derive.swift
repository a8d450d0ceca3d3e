package import Diagnostics
package import Language
package import Learning
import Tables

/// Makes a column from others in the same row.
package struct Derive: Step {
  package static let signature = Signature(
    "derive",
    .tableStep,
    "make a column from others in the same row",
    tail: .definition,
    examples: [
      .init("derive monthly = credit_amount / duration", "a ratio"),
      .init(
        "derive centre_km = distance(latitude, longitude, 41.6528, -83.5379)",
        "kilometres to a place"
      ),
    ]
  )

  private let name: String
  private let expression: Expression

  package init(reading arguments: inout ArgumentReader) throws(Diagnostic) {
    guard let definition = arguments.call.definition,
      case .expression(let expression) = definition.body
    else { throw arguments.needs("NAME = EXPR") }
    name = definition.name
    self.expression = expression
  }

  package func fit(to training: Training, report: Report) throws(Diagnostic) -> FittedDerive {
    if training.held.contains(name) { throw .held(name) }
    let warnings = try training.frame.evaluate(expression).faults.warnings
    return FittedDerive(
      name: name,
      expression: expression,
      findings: warnings.map { Finding(name, $0) }
    )
  }
}

package struct FittedDerive: FittedStep {
  package let name: String
  package let expression: Expression
  package let findings: [Finding]

  package var operations: [Operation] { [.compute(column: name, expression)] }
}
