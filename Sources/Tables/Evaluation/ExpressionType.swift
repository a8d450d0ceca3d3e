import Language

/// What an expression gives, known before any row is looked at.
enum ExpressionType: Hashable {
  case number, boolean, datetime
  /// Made of categories and literals alone.
  case category
  case text
  /// Nothing but missing: fits everywhere.
  case missing

  init(_ kind: ColumnKind) {
    self =
      switch kind {
      case .number: .number
      case .boolean: .boolean
      case .category: .category
      case .datetime: .datetime
      case .text: .text
      }
  }

  init(_ value: Value) {
    self =
      switch value {
      case .missing: .missing
      case .boolean: .boolean
      case .integer, .number: .number
      case .text: .category
      case .datetime: .datetime
      }
  }

  var kind: ColumnKind {
    switch self {
    case .number, .missing: .number
    case .boolean: .boolean
    case .datetime: .datetime
    case .category: .category
    case .text: .text
    }
  }

  var isTextual: Bool { self == .category || self == .text }
  /// A boolean counts as 0 or 1.
  var isNumeric: Bool { self == .number || self == .boolean }

  var withArticle: String { self == .missing ? "missing" : kind.withArticle }
}
