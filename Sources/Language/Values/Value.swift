/// One cell, or one literal of the language.
package enum Value: Hashable, Sendable {
  /// A state of its own, apart from the empty text.
  case missing
  case boolean(Bool)
  case integer(Int64)
  /// Never NaN: a computation that has no result gives `missing`.
  case number(Double)
  case text(String)
  case datetime(Instant)
}

extension Value {
  /// The value as a double, when it is a number or a boolean (no 0, yes 1).
  package var double: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value
    case .boolean(let value): value ? 1 : 0
    case .missing, .text, .datetime: nil
    }
  }

  package var isMissing: Bool { self == .missing }

  /// As it stands in a table cell or a file: no quotes, missing is empty.
  package var plainText: String {
    switch self {
    case .missing: ""
    case .boolean(let value): value ? "true" : "false"
    case .integer(let value): String(value)
    case .number(let value): Self.plainText(of: value)
    case .text(let value): value
    case .datetime(let value): value.text
    }
  }

  /// The shortest decimal that reads back to the same double, whole numbers without a point.
  package static func plainText(of value: Double) -> String {
    if value == value.rounded(), abs(value) < 1e15 { return String(Int64(value)) }
    return "\(value)"
  }
}
