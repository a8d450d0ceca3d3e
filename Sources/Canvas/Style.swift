/// How a cell looks: two colours and attributes.
package struct Style: Hashable, Sendable {
  package struct Attributes: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let bold = Attributes(rawValue: 1)
    package static let dim = Attributes(rawValue: 2)
    package static let italic = Attributes(rawValue: 4)
    package static let underline = Attributes(rawValue: 8)
    package static let reverse = Attributes(rawValue: 16)
  }

  package var foreground: Color
  package var background: Color
  package var attributes: Attributes

  package init(
    foreground: Color = .standard,
    background: Color = .standard,
    _ attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  package static let plain = Style()
  package static let heading = Style(foreground: .role(.heading), .bold)
  package static let muted = Style(foreground: .role(.muted))
  package static let accent = Style(foreground: .role(.accent))
  package static let success = Style(foreground: .role(.success))
  package static let warning = Style(foreground: .role(.warning))
  package static let error = Style(foreground: .role(.error), .bold)
  package static let selection = Style(background: .role(.selection))
  package static let bar = Style(background: .role(.bar))
  package static let rule = Style(foreground: .role(.rule))
  package static let bold = Style(.bold)
  package static let dim = Style(.dim)
  package static let underline = Style(.underline)
  package static let reverse = Style(.reverse)

  package static func series(_ number: Int) -> Style { Style(foreground: .series(number)) }

  /// This style laid over `below`: what it leaves open shows through, attributes add up.
  package func over(_ below: Style) -> Style {
    Style(
      foreground: foreground == .standard ? below.foreground : foreground,
      background: background == .standard ? below.background : background,
      attributes.union(below.attributes)
    )
  }

  package func adding(_ more: Attributes) -> Style {
    Style(foreground: foreground, background: background, attributes.union(more))
  }
}
