import Canvas

/// What stands over the notebook; the last one of the stack has the keys.
enum Screen: Sendable {
  case pager(Pager)
  case table(TableScreen)
  case attributes(AttributesScreen)
  case list(PickList)
  case prompt(Prompt)

  var context: KeyContext {
    switch self {
    case .pager: .pager
    case .table: .table
    case .attributes: .attributes
    case .list: .list
    case .prompt: .prompt
    }
  }

  /// A prompt leaves what is below it in view.
  var coversView: Bool { if case .prompt = self { false } else { true } }
}
