import Canvas
import Testing

struct PaletteTests {
  @Test func `meanings become colours the terminal has`() {
    for rendering in Rendering.all {
      for role in Color.Role.allCases {
        let style = Style(foreground: .role(role), background: .role(role))
        let resolved = Palette.resolve(style, rendering)
        for color in [resolved.foreground, resolved.background] {
          #expect(color.role == nil)
          switch rendering.colors {
          case .none: #expect(color == .standard)
          case .basic8: #expect(color.index.map { $0 < 8 } ?? true)
          case .indexed256: #expect(color.index != nil)
          }
        }
      }
      for index in UInt8.min...UInt8.max {
        let style = Style(foreground: .indexed(index), background: .indexed(index))
        let color = Palette.resolve(style, rendering).foreground
        #expect(rendering.colors != .basic8 || (color.index ?? 99) < 8)
        #expect(rendering.colors != .none || color == .standard)
      }
    }
  }

  @Test func `a selection is reversed where it has no colour`() {
    #expect(Palette.resolve(.selection, .text).attributes == .reverse)
    let basic = Rendering(glyphs: .blocks, colors: .basic8)
    #expect(Palette.resolve(.bar, basic).attributes == .reverse)
    #expect(Palette.resolve(.error, .text).attributes == .bold)
  }

  @Test func `groups have eight different colours on both backgrounds`() {
    for isDark in [true, false] {
      let rendering = Rendering(glyphs: .braille, colors: .indexed256, isDark: isDark)
      let colors = (0..<8).map { Palette.resolve(.series($0), rendering).foreground }
      #expect(Set(colors).count == 8)
    }
    #expect(Style.series(-1) == .series(7))
    #expect(Style.series(8) == .series(0))
  }

  @Test func `text on a colour is black or white, whichever reads better`() {
    #expect(Palette.contrast(on: .indexed(231)) == .indexed(16))
    #expect(Palette.contrast(on: .indexed(52)) == .indexed(231))
    #expect(Palette.contrast(on: .indexed(227)) == .indexed(16))
    #expect(Palette.contrast(on: .indexed(17)) == .indexed(231))
    #expect(Palette.contrast(on: .standard) == .standard)
  }
}
