package import Diagnostics
import Display
package import Language

/// Names a value that later lines use as `$name`.
package struct ParamCommand: Command {
  package static let signature = Signature(
    "param",
    .question,
    "name a value that later lines use as $name",
    tail: .parameter,
    examples: [.init("param cutoff = 0.5", "then: filter share > $cutoff")]
  )

  private let name: String
  private let value: Argument

  package init(reading arguments: inout ArgumentReader) throws(Diagnostic) {
    guard let definition = arguments.call.definition, case .value(let value) = definition.body
    else { throw arguments.needs("NAME = VALUE") }
    name = definition.name
    self.value = value
  }

  package func run(
    in study: inout Study,
    _ context: RunContext
  ) throws(Diagnostic) -> Outcome {
    // A value given from outside stands above the line's own.
    let value = context.given[name] ?? value
    study.bindings.parameters[name] = value
    return Outcome(
      Notice(
        study,
        [.init("param", .string(name)), .init("value", .string(value.text))],
        [.prose("$\(name) = \(value.text)")]
      )
    )
  }
}
