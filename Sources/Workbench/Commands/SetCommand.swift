package import Diagnostics
import Display
package import Language

/// Sets what holds for the whole study.
package struct SetCommand: Command {
  package static let signature = Signature(
    "set",
    .question,
    "set what holds for the whole study",
    options: [.init("seed", .integer(0...Int(Int32.max)), standard: "0", "of every draw")],
    examples: [.init("set seed=7", "splits, folds, samples and models draw anew")]
  )

  private let seed: Int

  package init(reading arguments: inout ArgumentReader) throws(Diagnostic) {
    guard let seed = try arguments.integer("seed", in: 0...Int(Int32.max)) else {
      throw arguments.needs("seed=")
    }
    self.seed = seed
  }

  package func run(
    in study: inout Study,
    _ context: RunContext
  ) throws(Diagnostic) -> Outcome {
    if let split = study.split {
      throw Diagnostic(
        .usage,
        "the split has been drawn with another seed",
        try: "put '\(context.written.text)' above '\(split.line)'"
      )
    }
    study.seed = seed
    return Outcome(
      Notice(study, [.init("seed", .count(seed))], [.prose("seed \(seed)")])
    )
  }
}
