/// A colour of a cell: the terminal's own, one of the 256 indexed ones, or a meaning that the
/// palette turns into one of them.
package struct Color: Hashable, Sendable {
  /// What a colour is for; the palette knows which one that is on dark and on light screens.
  package enum Role: UInt16, CaseIterable, Sendable {
    case heading, muted, accent, success, warning, error
    /// Backgrounds: the line under the cursor, the status line.
    case selection, bar
    /// Lines of boxes, axes and grids.
    case rule
    /// Parts of a command line.
    case verb, option, literal, comment
    case series1, series2, series3, series4, series5, series6, series7, series8
  }

  private static let firstRole: UInt16 = 0x200
  private let raw: UInt16

  private init(raw: UInt16) { self.raw = raw }

  /// The terminal's own foreground or background.
  package static let standard = Color(raw: 0)

  /// One of xterm's 256 colours.
  package static func indexed(_ index: UInt8) -> Color { Color(raw: UInt16(index) + 1) }

  package static func role(_ role: Role) -> Color { Color(raw: firstRole + role.rawValue) }

  /// The colour of the group with this number; repeats after eight groups.
  package static func series(_ number: Int) -> Color {
    let place = UInt16(((number % seriesCount) + seriesCount) % seriesCount)
    return Color(raw: firstRole + Role.series1.rawValue + place)
  }

  /// The number of groups that colours tell apart.
  package static let seriesCount = 8

  package var index: UInt8? { raw >= 1 && raw <= 256 ? UInt8(raw - 1) : nil }

  package var role: Role? { raw >= Self.firstRole ? Role(rawValue: raw - Self.firstRole) : nil }
}
