/// True, false or missing (Kleene's three-valued logic).
enum Truth: UInt8 {
  case no, yes, missing

  init(_ flag: Bool) { self = flag ? .yes : .no }

  var negated: Truth {
    switch self {
    case .no: .yes
    case .yes: .no
    case .missing: .missing
    }
  }

  func and(_ other: Truth) -> Truth {
    if self == .no || other == .no { return .no }
    return self == .yes && other == .yes ? .yes : .missing
  }

  func or(_ other: Truth) -> Truth {
    if self == .yes || other == .yes { return .yes }
    return self == .no && other == .no ? .no : .missing
  }
}
