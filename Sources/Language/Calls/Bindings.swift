package import Diagnostics

/// What `param` and `define` have made: values and functions that later lines may use.
package struct Bindings: Hashable, Sendable {
  package var parameters: [String: Argument] = [:]
  package var functions: [String: Function] = [:]

  package struct Function: Hashable, Sendable {
    package var parameters: [String]
    /// Already free of params and of calls to other defined functions.
    package var body: Expression

    package init(parameters: [String], body: Expression) {
      self.parameters = parameters
      self.body = body
    }
  }

  package init() {}

  /// The call with every `$name` and every defined function replaced by what it stands for.
  package func bind(_ call: Call) throws(Diagnostic) -> Call {
    var bound = call
    for index in call.arguments.indices {
      bound.arguments[index] = try bind(call.arguments[index])
    }
    for index in call.options.indices {
      bound.options[index].value = try bind(call.options[index].value)
    }
    for index in call.groups.indices { bound.groups[index] = try bind(call.groups[index]) }
    if let expression = call.expression { bound.expression = try bind(expression) }
    if let condition = call.condition { bound.condition = try bind(condition) }
    switch call.definition?.body {
    case .expression(let body):
      // A function's own parameters read as columns until it is called.
      bound.definition?.body = .expression(try bind(body))
    case .value(let value): bound.definition?.body = .value(try bind(value))
    case nil: break
    }
    return bound
  }

  private func bind(_ argument: Argument) throws(Diagnostic) -> Argument {
    switch argument {
    case .parameter(let name): return try value(of: name)
    case .except(let inner): return .except(try bind(inner))
    case .pair(let old, let new): return .pair(try bind(old), try bind(new))
    case .expression(let expression): return .expression(try bind(expression))
    case .definition(let name, let expression):
      return .definition(name, try bind(expression))
    case .list(let items):
      var bound: [Argument] = []
      for item in items { bound.append(try bind(item)) }
      return .list(bound)
    default: return argument
    }
  }

  package func bind(_ expression: Expression) throws(Diagnostic) -> Expression {
    switch expression {
    case .parameter(let name):
      let argument = try value(of: name)
      guard let value = argument.value else {
        throw Diagnostic(
          .usage,
          "'$\(name)' is '\(argument.text)', which isn't a single value",
          subject: name
        )
      }
      return .literal(value)
    case .userCall(let name, let arguments):
      guard let function = functions[name] else {
        throw .unknown(
          "function",
          name,
          known: functions.keys.sorted() + Language.Function.allCases.map(\.rawValue).sorted()
        )
      }
      guard function.parameters.count == arguments.count else {
        let form = "\(name)(\(function.parameters.joined(separator: ", ")))"
        throw Diagnostic(
          .usage,
          "\(name) takes \(function.parameters.count) arguments, found \(arguments.count)",
          try: form,
          subject: name
        )
      }
      var bound: [String: Expression] = [:]
      for (parameter, argument) in zip(function.parameters, arguments) {
        bound[parameter] = try bind(argument)
      }
      let expansion = function.body.replacingColumns(bound)
      try Self.requireWritable(expansion, name)
      return expansion
    default:
      return try expression.mappingChildren { (child) throws(Diagnostic) in try bind(child) }
    }
  }

  /// What a function stands for is written to specs and read again: it stays as small as what can be
  /// read.
  private static func requireWritable(
    _ expression: Expression,
    _ name: String
  ) throws(Diagnostic) {
    let (operations, depth) = expression.size
    guard operations <= 1000, depth <= 100 else {
      throw Diagnostic(
        .usage,
        "'\(name)' stands for \(operations) operations nested \(depth) deep, at most 1000 and 100 "
          + "are allowed",
        subject: name
      )
    }
  }

  private func value(of name: String) throws(Diagnostic) -> Argument {
    guard let value = parameters[name] else {
      throw .unknown("param", name, known: parameters.keys.sorted())
    }
    return value
  }
}

extension Expression {
  /// Operations in it, and how deep they are nested.
  fileprivate var size: (operations: Int, depth: Int) {
    let below = children.map(\.size)
    guard !below.isEmpty else { return (0, 0) }
    return (
      below.reduce(1) { $0 + $1.operations }, 1 + (below.map(\.depth).max() ?? 0)
    )
  }

  fileprivate func replacingColumns(_ replacements: [String: Expression]) -> Expression {
    if case .column(let name) = self, let replacement = replacements[name] { return replacement }
    return mappingChildren { $0.replacingColumns(replacements) }
  }
}
