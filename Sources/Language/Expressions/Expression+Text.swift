extension Expression {
  /// The expression as it is typed, with no parentheses that precedence makes needless.
  package var text: String { text(within: .or) }

  private enum Precedence: Int, Comparable {
    case or, and, not, comparison, sum, product, sign, power, primary

    static func < (a: Precedence, b: Precedence) -> Bool { a.rawValue < b.rawValue }

    var next: Precedence { Precedence(rawValue: rawValue + 1) ?? .primary }
  }

  private func text(within outer: Precedence) -> String {
    let (text, own) = textAndPrecedence
    return own < outer ? "(\(text))" : text
  }

  private var textAndPrecedence: (String, Precedence) {
    switch self {
    case .literal(let value): (value.literalText, value.isNegative ? .sign : .primary)
    case .column(let name): (Words.quotedName(name), .primary)
    case .parameter(let name): ("$" + name, .primary)
    case .negate(let operand): ("-" + operand.text(within: .sign), .sign)
    case .not(.isMissing(let operand)):
      (operand.text(within: .sum) + " is not missing", .comparison)
    case .not(.isIn(let operand, let choices)):
      ("\(operand.text(within: .sum)) not in (\(Self.list(choices)))", .comparison)
    case .not(let operand): ("not " + operand.text(within: .not), .not)
    case .isMissing(let operand): (operand.text(within: .sum) + " is missing", .comparison)
    case .isIn(let operand, let choices):
      ("\(operand.text(within: .sum)) in (\(Self.list(choices)))", .comparison)
    case .or(let a, let b): (a.text(within: .or) + " or " + b.text(within: .and), .or)
    case .and(let a, let b): (a.text(within: .and) + " and " + b.text(within: .not), .and)
    case .comparison(let sign, let a, let b):
      ("\(a.text(within: .sum)) \(sign.rawValue) \(b.text(within: .sum))", .comparison)
    case .arithmetic(.power, let a, let b):
      (a.text(within: .primary) + " ^ " + b.text(within: .sign), .power)
    case .arithmetic(let sign, let a, let b):
      Self.infix(sign, a, b, sign == .add || sign == .subtract ? .sum : .product)
    case .call(let function, let arguments):
      ("\(function.rawValue)(\(Self.list(arguments)))", .primary)
    case .userCall(let name, let arguments):
      ("\(name)(\(Self.list(arguments)))", .primary)
    }
  }

  /// Left-associative: the right operand needs parentheses at its own level.
  private static func infix(
    _ sign: Arithmetic,
    _ a: Expression,
    _ b: Expression,
    _ level: Precedence
  ) -> (String, Precedence) {
    ("\(a.text(within: level)) \(sign.rawValue) \(b.text(within: level.next))", level)
  }

  private static func list(_ items: [Expression]) -> String {
    items.map(\.text).joined(separator: ", ")
  }
}

extension Value {
  fileprivate var isNegative: Bool {
    switch self {
    case .integer(let value): value < 0
    case .number(let value): value.sign == .minus
    default: false
    }
  }
}
