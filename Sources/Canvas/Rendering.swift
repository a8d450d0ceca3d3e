/// What the screen or the file can show, handed to everything that draws.
package struct Rendering: Hashable, Sendable {
  package var glyphs: GlyphLevel
  package var colors: ColorLevel
  /// Whether the background is dark, which decides the direction of colour ramps.
  package var isDark: Bool

  package init(glyphs: GlyphLevel, colors: ColorLevel, isDark: Bool = true) {
    self.glyphs = glyphs
    self.colors = colors
    self.isDark = isDark
  }

  package static let full = Rendering(glyphs: .braille, colors: .indexed256)
  /// Text without any colour, such as a file gets.
  package static let text = Rendering(glyphs: .braille, colors: .none)
  package static let ascii = Rendering(glyphs: .ascii, colors: .none)

  /// Every combination, for tests that draw in all of them.
  package static let all: [Rendering] = GlyphLevel.allCases.flatMap { glyphs in
    ColorLevel.allCases.flatMap { colors in
      [true, false].map { Rendering(glyphs: glyphs, colors: colors, isDark: $0) }
    }
  }
}
