/// Turns styles that say what something means into what a terminal can show.
package enum Palette {
  /// The style with plain colours only: indexed ones the terminal has, or its own.
  ///
  /// Where a meaning loses its colour an attribute keeps it apart: a selection is reversed.
  package static func resolve(_ style: Style, _ rendering: Rendering) -> Style {
    var resolved = style
    switch rendering.colors {
    case .none:
      resolved.foreground = .standard
      resolved.background = .standard
      if let role = style.background.role { resolved.attributes.formUnion(attributes(on: role)) }
      if let role = style.foreground.role { resolved.attributes.formUnion(attributes(of: role)) }
    case .basic8:
      if let role = style.background.role {
        resolved.background = .standard
        resolved.attributes.formUnion(attributes(on: role))
      } else {
        resolved.background = basic(style.background)
      }
      if let role = style.foreground.role {
        resolved.foreground = basicColor(of: role).map { .indexed($0) } ?? .standard
        if role == .muted || role == .rule { resolved.attributes.insert(.dim) }
      } else {
        resolved.foreground = basic(style.foreground)
      }
    case .indexed256:
      resolved.background = indexed(style.background, rendering)
      resolved.foreground = indexed(style.foreground, rendering)
    }
    return resolved
  }

  /// Black or white (16 or 231), whichever reads better on an indexed background.
  package static func contrast(on background: Color) -> Color {
    guard let index = background.index else { return .standard }
    return .indexed(luminance(of: index) > 0.18 ? 16 : 231)
  }

  private static func indexed(_ color: Color, _ rendering: Rendering) -> Color {
    guard let role = color.role else { return color }
    return .indexed(rendering.isDark ? role.onDark : role.onLight)
  }

  private static func attributes(on role: Color.Role) -> Style.Attributes {
    role == .selection || role == .bar ? .reverse : []
  }

  private static func attributes(of role: Color.Role) -> Style.Attributes {
    switch role {
    case .error, .heading, .accent, .verb: .bold
    case .warning: .underline
    case .muted, .comment: .dim
    default: []
    }
  }

  private static func basicColor(of role: Color.Role) -> UInt8? {
    switch role {
    case .error, .series2, .series7: 1
    case .success, .series3, .literal: 2
    case .warning, .series4: 3
    case .accent, .series1, .verb: 6
    case .series5, .option: 5
    case .series6, .series8: 4
    case .heading, .muted, .rule, .comment, .selection, .bar: nil
    }
  }

  /// The nearest of the first eight colours.
  private static func basic(_ color: Color) -> Color {
    guard let index = color.index else { return color }
    if index < 8 { return color }
    if index < 16 { return .indexed(index - 8) }
    let (red, green, blue) = components(of: index)
    let strongest = max(red, green, blue)
    guard strongest > 60 else { return .indexed(0) }
    let cut = strongest * 6 / 10
    return .indexed((red > cut ? 1 : 0) + (green > cut ? 2 : 0) + (blue > cut ? 4 : 0))
  }

  /// Red, green and blue of an indexed colour, 0 to 255, as xterm has them.
  static func components(of index: UInt8) -> (Int, Int, Int) {
    let index = Int(index)
    if index < 16 {
      let level = index < 8 ? 205 : 255
      if index == 8 { return (127, 127, 127) }
      return ((index & 1) * level, ((index >> 1) & 1) * level, ((index >> 2) & 1) * level)
    }
    if index >= 232 {
      let level = 8 + 10 * (index - 232)
      return (level, level, level)
    }
    func level(_ step: Int) -> Int { step == 0 ? 0 : 55 + 40 * step }
    let place = index - 16
    return (level(place / 36), level(place / 6 % 6), level(place % 6))
  }

  /// Relative luminance, 0 to 1, of an indexed colour; gamma taken as 2.
  private static func luminance(of index: UInt8) -> Double {
    let (red, green, blue) = components(of: index)
    func linear(_ value: Int) -> Double { Double(value * value) / (255 * 255) }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }
}

extension Color.Role {
  /// The series are the Okabe–Ito colours, safe for colour-blind eyes, in their nearest indexed
  /// form; the last ones are light or dark for want of hues.
  fileprivate var onDark: UInt8 {
    switch self {
    case .heading: 231
    case .muted, .comment: 245
    case .accent: 81
    case .success: 78
    case .warning: 221
    case .error: 203
    case .selection: 24
    case .bar: 236
    case .rule: 240
    case .verb: 117
    case .option: 180
    case .literal: 150
    case .series1: 74
    case .series2: 214
    case .series3: 36
    case .series4: 227
    case .series5: 175
    case .series6: 32
    case .series7: 202
    case .series8: 250
    }
  }

  fileprivate var onLight: UInt8 {
    switch self {
    case .heading: 16
    case .muted, .comment: 243
    case .accent: 25
    case .success: 28
    case .warning: 130
    case .error: 160
    case .selection: 153
    case .bar: 254
    case .rule: 248
    case .verb: 25
    case .option: 94
    case .literal: 28
    case .series1: 74
    case .series2: 172
    case .series3: 29
    case .series4: 142
    case .series5: 169
    case .series6: 25
    case .series7: 166
    case .series8: 238
    }
  }
}
