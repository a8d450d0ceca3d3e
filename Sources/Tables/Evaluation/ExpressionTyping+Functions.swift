import Diagnostics
import Language

extension ExpressionTyping {
  func type(
    of function: Function,
    _ arguments: [Typed]
  ) throws(Diagnostic) -> ExpressionType {
    let asker = "\(function.rawValue)()"
    guard function.arity.contains(arguments.count) else {
      let expected =
        function.arity.count == 1
        ? "\(function.arity.lowerBound)"
        : "\(function.arity.lowerBound) to \(function.arity.upperBound)"
      throw Diagnostic(
        .usage,
        "\(asker) takes \(expected) arguments (\(function.parameters.joined(separator: ", "))), "
          + "found \(arguments.count)",
        subject: function.rawValue
      )
    }
    switch function {
    case .log, .log10, .log1p, .exp, .sqrt, .abs, .round, .floor, .ceil, .minmax, .clamp, .distance:
      for argument in arguments { try require(argument, asker, "numbers") { $0.isNumeric } }
      return .number
    case .min, .max:
      let common = try commonType(of: arguments, asker)
      guard !common.isTextual, common != .boolean else {
        throw Diagnostic(
          .usage,
          "\(asker) takes numbers or datetimes, found \(common.withArticle)",
          subject: arguments.lazy.compactMap { Self.subject(of: $0.expression) }.first
        )
      }
      return common
    case .coalesce: return try commonType(of: arguments, asker)
    case .if:
      try require(arguments[0], "the condition of if()", "true or false") { $0 == .boolean }
      return try commonType(of: Array(arguments.dropFirst()), asker)
    case .concat: return textType(of: arguments)
    case .lower, .upper, .trim, .replace:
      for argument in arguments { try require(argument, asker, "text") { $0.isTextual } }
      return textType(of: arguments)
    case .extract:
      try require(arguments[0], asker, "text") { $0.isTextual }
      guard case .literal(.text) = arguments[1].expression else {
        throw Diagnostic(
          .usage,
          "extract() takes a pattern written as a text, such as \"[0-9]+\"",
          subject: Self.subject(of: arguments[1].expression)
        )
      }
      return textType(of: [arguments[0]])
    case .word:
      try require(arguments[0], asker, "text") { $0.isTextual }
      try require(arguments[1], asker, "a number as its second argument") { $0 == .number }
      return textType(of: [arguments[0]])
    case .contains, .starts:
      for argument in arguments { try require(argument, asker, "text") { $0.isTextual } }
      return .boolean
    case .length:
      try require(arguments[0], asker, "text") { $0.isTextual }
      return .number
    case .number:
      try require(arguments[0], asker, "text") { $0.isTextual || $0.isNumeric }
      return .number
    case .date:
      try require(arguments[0], asker, "text") { $0.isTextual || $0 == .datetime }
      return .datetime
    case .year, .month, .day, .weekday, .hour, .minute, .days:
      for argument in arguments where try !isDateLiteral(argument.expression) {
        try require(argument, asker, "a datetime", advice: "date(text) reads one") {
          $0 == .datetime
        }
      }
      return .number
    case .count, .distinct, .sum, .mean, .sd, .q1, .median, .q3, .first, .last, .lag, .lead, .diff,
      .rank, .cumsum, .cummean:
      throw Self.looksAcrossRows(function, arguments)
    }
  }

  /// Only `compute` and `aggregate` know the other rows.
  private static func looksAcrossRows(_ function: Function, _ arguments: [Typed]) -> Diagnostic {
    let call = Expression.call(function, arguments.map(\.expression))
    let name = ([function.rawValue] + call.columns.prefix(1)).joined(separator: "_")
    return Diagnostic(
      .usage,
      "\(function.rawValue)() looks at other rows, which only compute and aggregate do",
      try: "compute \(Words.quotedName(name)) = \(call.text)",
      subject: function.rawValue
    )
  }

  /// Text, unless all that is textual in it is a category or a literal.
  private func textType(of arguments: [Typed]) -> ExpressionType {
    var isCategory = true
    for argument in arguments {
      let found = argument.type
      if found != .category, found != .missing { isCategory = false }
    }
    return isCategory ? .category : .text
  }

  private func commonType(
    of arguments: [Typed],
    _ asker: String
  ) throws(Diagnostic) -> ExpressionType {
    var common = ExpressionType.missing
    for argument in arguments {
      let found = argument.type
      switch (common, found) {
      case (_, .missing): break
      case (.missing, _): common = found
      case (let a, let b) where a == b: break
      case (let a, let b) where a.isNumeric && b.isNumeric: common = .number
      case (let a, let b) where a.isTextual && b.isTextual: common = .text
      default:
        throw Diagnostic(
          .usage,
          "\(asker) takes values of one kind, found \(common.withArticle) and \(found.withArticle)",
          subject: Self.subject(of: argument.expression)
        )
      }
    }
    return common
  }
}
