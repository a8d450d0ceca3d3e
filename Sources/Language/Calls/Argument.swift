/// One positional of a call, or the value of an option, as it was written.
package indirect enum Argument: Hashable, Sendable {
  /// A bare word: a method, a column, a name, a level. The signature decides.
  case word(String)
  /// A column in backticks.
  case name(String)
  /// A bare word with `*`.
  case glob(String)
  /// `:number`, `:category`, …
  case kind(ColumnKind)
  /// `:all`
  case all
  /// `-name`
  case except(Argument)
  /// A number, a text in quotes or a date.
  case value(Value)
  /// `60/20/20`
  case ratio([Double])
  /// `0..120`; one end may be left open.
  case range(Value?, Value?)
  /// `64,32`
  case list([Argument])
  /// `$name`
  case parameter(String)
  /// An expression in parentheses, or the value of an option that takes one.
  case expression(Expression)
  /// `OLD=NEW`
  case pair(Argument, Argument)
  /// `NAME=mean(price)` or `mean(price)`: an expression, with or without a name for what it gives.
  case definition(String?, Expression)
}

extension Argument {
  /// The argument as a column's pattern, when it can name columns.
  package var columnPattern: ColumnPattern? {
    switch self {
    case .word(let name), .name(let name): .name(name)
    case .glob(let glob): .glob(glob)
    case .kind(let kind): .kind(kind)
    case .all: .all
    case .except(let inner): inner.columnPattern.map(ColumnPattern.except)
    default: nil
    }
  }

  /// The argument as a plain value: a bare word is a text, `missing`, `yes` and `no` are themselves.
  package var value: Value? {
    switch self {
    case .value(let value): value
    case .word("missing"): .missing
    case .word("yes"), .word("true"): .boolean(true)
    case .word("no"), .word("false"): .boolean(false)
    case .word(let text), .name(let text): .text(text)
    default: nil
    }
  }
}
