package import Diagnostics
package import Language
package import Learning
import Tables

/// Reads columns as another kind; cells that can't be read become missing and are counted.
package struct Type: Step {
  package static let signature = Signature(
    "type",
    .tableStep,
    "read columns as another kind",
    positionals: [
      .init(
        "kind",
        .method([
          .init("number", "texts and levels read as numbers"),
          .init("boolean", "true and false, yes and no, 1 and 0"),
          .init("category", "each distinct value a level"),
          .init("datetime", "ISO 8601 texts"),
          .init("text", "the values as they are written"),
        ]),
        isRequired: true
      ),
      .init("column", .columns, isRequired: true),
    ],
    examples: [
      .init("type category airline_id", "a number that is really a label"),
      .init("type number price_text", "cells that can't be read are missing, and counted"),
    ]
  )

  private let kind: ColumnKind
  private let columns: ColumnSelection

  package init(reading arguments: inout ArgumentReader) throws(Diagnostic) {
    let word = try arguments.method()
    guard let kind = ColumnKind(rawValue: word) else {
      throw .unknown("kind", word, known: ColumnKind.allCases.map(\.rawValue))
    }
    self.kind = kind
    columns = try arguments.requiredColumns()
  }

  package func fit(to training: Training, report: Report) throws(Diagnostic) -> FittedType {
    var findings: [Finding] = []
    let names = try training.columns(columns)
    for name in names {
      let column = try training.frame.column(named: name)
      let lost = column.converted(to: kind).missingCount - column.missingCount
      if lost > 0 { findings.append(Finding(name, "\(lost) cells can't be read as \(kind)")) }
    }
    return FittedType(columns: names, kind: kind, findings: findings)
  }
}

package struct FittedType: FittedStep {
  package let columns: [String]
  package let kind: ColumnKind
  package let findings: [Finding]

  package var operations: [Operation] { columns.map { .convert(column: $0, to: kind) } }
}
