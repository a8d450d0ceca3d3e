package import Diagnostics
package import Language
package import Learning
import Tables

/// Turns categories into numbers.
package struct Encode: Step {
  package static let signature = Signature(
    "encode",
    .designStep,
    "turn categories into numbers",
    positionals: [
      .init(
        "method",
        .method([.init("onehot", "a column of 0 and 1 for each level")]),
        isRequired: true
      ),
      .init("column", .columns),
    ],
    options: [
      .init(
        "drop",
        .choice(["none", "first"]),
        standard: "none",
        "leave the first level out, which makes coefficients unique"
      )
    ],
    examples: [.init("encode onehot :category", "`sex=male` and so on")]
  )

  private let columns: ColumnSelection
  private let dropsFirst: Bool

  package init(reading arguments: inout ArgumentReader) throws(Diagnostic) {
    _ = try arguments.method()
    columns = try arguments.columns()
    dropsFirst = try arguments.choice("drop", among: ["none", "first"]) == "first"
  }

  /// The levels are those that the training rows have; one that only other rows have gives zeros.
  package var learns: Bool { true }

  package func fit(to training: Training, report: Report) throws(Diagnostic) -> FittedEncode {
    var encodings: [FittedEncode.Encoding] = []
    var made: Set<String> = []
    for name in try training.columns(columns, of: [.category], for: "encode") {
      let categories = try training.frame.column(named: name).categories
      let counts = categories.counts
      let present = categories.levels.indices.filter { counts[$0] > 0 }
      guard !present.isEmpty else {
        throw Diagnostic(
          .data,
          "all training cells of '\(name)' are missing, there is no level to encode",
          try: "drop \(Words.quotedName(name))",
          subject: name
        )
      }
      let levels = present.map { categories.levels[$0] }.dropFirst(dropsFirst ? 1 : 0)
      let names = levels.map { "\(name)=\($0)" }
      if let taken = names.first(where: {
        training.frame.hasColumn(named: $0) || !made.insert($0).inserted
      }) {
        throw Diagnostic(.data, "there is already a column '\(taken)'", subject: name)
      }
      encodings.append(.init(column: name, levels: Array(levels), names: names))
    }
    return FittedEncode(encodings: encodings)
  }
}

package struct FittedEncode: FittedStep {
  struct Encoding: Hashable, Sendable, Codable {
    let column: String
    let levels: [String]
    let names: [String]
  }

  let encodings: [Encoding]

  package var operations: [Operation] {
    encodings.map { .oneHot(column: $0.column, levels: $0.levels, names: $0.names) }
  }

  package var isSound: Bool { encodings.allSatisfy { $0.levels.count == $0.names.count } }

  package var findings: [Finding] {
    encodings.map { Finding($0.column, "\($0.levels.count) columns") }
  }
}
