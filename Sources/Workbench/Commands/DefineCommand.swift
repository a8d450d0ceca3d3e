package import Diagnostics
import Display
package import Language

/// Makes a function for later expressions.
package struct DefineCommand: Command {
  package static let signature = Signature(
    "define",
    .question,
    "make a function for later expressions",
    tail: .function,
    examples: [
      .init("define bmi(weight, height) = weight / height ^ 2", "then: derive b = bmi(w, h)")
    ]
  )

  private let definition: Call.Definition
  private let body: Expression

  package init(reading arguments: inout ArgumentReader) throws(Diagnostic) {
    guard let definition = arguments.call.definition,
      case .expression(let body) = definition.body
    else { throw arguments.needs("NAME(a, b) = EXPR") }
    self.definition = definition
    self.body = body
  }

  package func run(
    in study: inout Study,
    _ context: RunContext
  ) throws(Diagnostic) -> Outcome {
    let name = definition.name
    guard Function(rawValue: name) == nil else {
      throw Diagnostic(
        .usage,
        "'\(name)' is a function of the language",
        try: "define my_\(name)(x) = …",
        subject: name
      )
    }
    let parameters = definition.parameters ?? []
    if let stray = body.columns.first(where: { !parameters.contains($0) }) {
      throw Diagnostic(
        .usage,
        "'\(stray)' is none of the function's arguments (\(parameters.joined(separator: ", ")))",
        try: "define \(name)(\((parameters + [stray]).joined(separator: ", "))) = \(body.text)",
        subject: stray
      )
    }
    study.bindings.functions[name] = Bindings.Function(parameters: parameters, body: body)
    return Outcome(
      Notice(
        study,
        [.init("function", .string(name)), .init("body", .string(body.text))],
        [.prose(definition.text)]
      )
    )
  }
}
