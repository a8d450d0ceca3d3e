/// Where keys go.
package enum KeyContext: String, Hashable, Sendable, CaseIterable {
  case commandLine = "command line"
  case cells
  case pager = "full screen"
  case table
  case attributes
  /// Palette and help: a query with a list under it.
  case list
  /// A question of one line, such as a file's name.
  case prompt

  /// Letters type here.
  package var takesText: Bool {
    switch self {
    case .commandLine, .list, .prompt: true
    case .cells, .pager, .table, .attributes: false
    }
  }
}
