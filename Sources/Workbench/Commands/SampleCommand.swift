import Tables
package import Diagnostics
import Kernels
package import Language

/// Takes so many rows, drawn by hashing each row's number with the seed.
package struct SampleCommand: Command {
  package static let signature = Signature(
    "sample",
    .population,
    "take so many rows at random",
    positionals: [.init("count", .number)],
    options: [
      .init("share", .number(0...1), "a share of the rows instead of a count"),
      .init("seed", .integer(0...Int(Int32.max)), standard: "0", "another draw"),
    ],
    examples: [
      .init("sample 1000", "a thousand rows, in their order"),
      .init("sample share=0.1 seed=7", "a tenth"),
    ]
  )

  private let count: Int?
  private let share: Double?
  private let seed: Int?

  package init(reading arguments: inout ArgumentReader) throws(Diagnostic) {
    count = try arguments.optionalCount("the number of rows")
    share = try arguments.number("share", in: 0...1)
    seed = try arguments.integer("seed", in: 0...Int(Int32.max))
    guard (count == nil) != (share == nil) else {
      throw arguments.needs("a number of rows or share=")
    }
  }

  package func run(
    in study: inout Study,
    _ context: RunContext
  ) throws(Diagnostic) -> Outcome {
    let rows = try study.populationRows(for: context.written, reading: [])
    let before = rows.rowCount
    let wanted = count ?? Int((share ?? 1) * Double(before) + 0.5)
    let seed = (seed.map { Seed($0) } ?? study.baseSeed).derived("sample")
    let drawn = (0..<before).map { stableHash(seed: seed, row: rows.rowNumbers[$0]) }
    let chosen = drawn.indices.sorted { drawn[$0] < drawn[$1] }.prefix(wanted).sorted()
    try study.selectRows(chosen, report: context.report)
    study.populationLines.append(context.call.text)
    let warnings = wanted > before ? ["there are only \(before) rows"] : []
    return Outcome(Notice.selection(study, before: before), warnings: warnings)
  }
}
