package import Canvas

/// What a person asked for instead of what the terminal seems able to do.
package struct RenderingChoice: Hashable, Sendable {
  package var glyphs: GlyphLevel?
  package var colors: ColorLevel?
  package var isDark: Bool?

  package init(glyphs: GlyphLevel? = nil, colors: ColorLevel? = nil, isDark: Bool? = nil) {
    self.glyphs = glyphs
    self.colors = colors
    self.isDark = isDark
  }
}

extension Rendering {
  /// For a full screen.
  ///
  /// Braille needs UTF-8 and a font; the Linux console and the VT models lack the font. 256
  /// colours are the richest level; `NO_COLOR` means none.
  ///
  /// - Parameters:
  ///   - environment: `TERM`, `NO_COLOR` and `COLORFGBG` are looked at.
  ///   - isUTF8: whether the locale's character set is UTF-8.
  ///   - colorCount: what the terminal's description says.
  ///   - choice: goes before all that, except that no choice brings colours to a terminal
  ///     without them.
  package init(
    environment: Environment,
    isUTF8: Bool,
    colorCount: Int,
    choice: RenderingChoice
  ) {
    let name = environment["TERM"] ?? "dumb"
    let lacksBraille = ["linux", "vt", "dumb", "cons"].contains { name.hasPrefix($0) }
    let glyphs: GlyphLevel = !isUTF8 ? .ascii : lacksBraille ? .blocks : .braille
    let available: ColorLevel =
      colorCount >= 256 ? .indexed256 : colorCount >= 8 ? .basic8 : .none
    let wanted = choice.colors ?? (environment["NO_COLOR"] == nil ? .indexed256 : .none)
    self.init(
      glyphs: choice.glyphs ?? glyphs,
      colors: min(available, wanted),
      isDark: choice.isDark ?? !Self.hasLightBackground(environment)
    )
  }

  /// For printed lines: on a terminal with its colours by its name, in a file without any.
  package init(
    printingTo isTerminal: Bool,
    environment: Environment,
    isUTF8: Bool,
    choice: RenderingChoice
  ) {
    let name = environment["TERM"] ?? "dumb"
    let direct = environment["COLORTERM"] ?? ""
    let count =
      if name == "dumb" || name.hasPrefix("vt") {
        0
      } else if name.contains("256color") || name.contains("direct") || name.contains("kitty")
        || direct == "truecolor" || direct == "24bit"
      {
        256
      } else {
        8
      }
    self.init(
      environment: isTerminal ? environment : Environment(["TERM": "xterm"]),
      isUTF8: isUTF8,
      colorCount: isTerminal ? count : choice.colors == nil ? 0 : 256,
      choice: choice
    )
  }

  /// Some terminals say their colours as `foreground;background`; 7 and the bright ones are light.
  private static func hasLightBackground(_ environment: Environment) -> Bool {
    guard let text = environment["COLORFGBG"], let last = text.split(separator: ";").last,
      let number = Int(last)
    else { return false }
    return number == 7 || (9...15).contains(number)
  }
}
