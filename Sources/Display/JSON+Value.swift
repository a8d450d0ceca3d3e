import Diagnostics
import Language

extension JSON {
  /// A cell: its own kind, null where missing, datetimes as ISO 8601 text.
  init(_ value: Value) {
    self =
      switch value {
      case .missing: .null
      case .boolean(let value): .bool(value)
      case .integer(let value): .integer(value)
      case .number(let value): .number(value)
      case .text(let text): .string(text)
      case .datetime(let instant): .string(instant.text)
      }
  }
}
