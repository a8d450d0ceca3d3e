import Canvas
import Terminal
import Testing

struct RenderingTerminalTests {
  private func rendering(
    _ values: [String: String],
    isUTF8: Bool = true,
    colors: Int = 256,
    _ choice: RenderingChoice = .init()
  ) -> Rendering {
    Rendering(
      environment: Environment(values),
      isUTF8: isUTF8,
      colorCount: colors,
      choice: choice
    )
  }

  @Test(arguments: [
    ("xterm-256color", true, GlyphLevel.braille), ("tmux-256color", true, .braille),
    ("linux", true, .blocks), ("vt220", true, .blocks), ("xterm-256color", false, .ascii),
  ]) func `glyphs go by character set and terminal`(
    name: String,
    isUTF8: Bool,
    level: GlyphLevel
  ) {
    #expect(rendering(["TERM": name], isUTF8: isUTF8).glyphs == level)
  }

  @Test(arguments: [(0, ColorLevel.none), (8, .basic8), (16, .basic8), (256, .indexed256)])
  func `colours go by the terminal's count`(count: Int, level: ColorLevel) {
    #expect(rendering(["TERM": "xterm"], colors: count).colors == level)
  }

  @Test func `NO_COLOR means none unless it is empty, and a choice goes before it`() {
    #expect(rendering(["TERM": "xterm", "NO_COLOR": "1"]).colors == .none)
    #expect(rendering(["TERM": "xterm", "NO_COLOR": ""]).colors == .indexed256)
    let choice = RenderingChoice(glyphs: .ascii, colors: .basic8, isDark: false)
    let chosen = rendering(["TERM": "xterm", "NO_COLOR": "1"], choice)
    #expect(chosen == Rendering(glyphs: .ascii, colors: .basic8, isDark: false))
    #expect(rendering(["TERM": "vt220"], colors: 0, choice).colors == .none)
  }

  @Test(arguments: [
    ("15;0", true), ("0;15", false), ("0;default;7", false), ("x", true), ("", true),
  ])
  func `the background is dark unless the terminal says it is light`(value: String, isDark: Bool) {
    #expect(rendering(["TERM": "rxvt", "COLORFGBG": value]).isDark == isDark)
  }

  private func printed(
    _ values: [String: String],
    isTerminal: Bool = true,
    _ choice: RenderingChoice = .init()
  ) -> Rendering {
    Rendering(
      printingTo: isTerminal,
      environment: Environment(values),
      isUTF8: true,
      choice: choice
    )
  }

  @Test func `printed lines have colours on a terminal only`() {
    #expect(printed(["TERM": "xterm-256color"]).colors == .indexed256)
    #expect(printed(["TERM": "xterm"]).colors == .basic8)
    #expect(printed(["TERM": "xterm", "COLORTERM": "truecolor"]).colors == .indexed256)
    #expect(printed(["TERM": "dumb"]).colors == .none)
    #expect(printed([:]).colors == .none)
    #expect(printed(["TERM": "xterm-256color", "NO_COLOR": "1"]).colors == .none)
    #expect(printed(["TERM": "xterm-256color"], isTerminal: false).colors == .none)
    #expect(printed([:], isTerminal: false).glyphs == .braille)
    let forced = RenderingChoice(colors: .indexed256)
    #expect(printed([:], isTerminal: false, forced).colors == .indexed256)
  }
}
