import Canvas

/// How much a word of a scene stands out, and whether it is good news.
package enum Emphasis: Hashable, Sendable {
  case plain, strong, muted, good, bad

  var style: Style {
    switch self {
    case .plain: .plain
    case .strong: .bold
    case .muted: .muted
    case .good: .success
    case .bad: .warning
    }
  }
}
