import Canvas
import Testing

struct RampTests {
  @Test func `the diverging ramp has 21 different steps around a light middle`() {
    let colors = (0...20).map { Ramp.diverging.color(at: Double($0) / 20, .full) }
    #expect(Set(colors).count == 21)
    #expect(colors[10] == .indexed(231))
    #expect(colors[0] == .indexed(52))
    #expect(colors[20] == .indexed(17))
  }

  @Test func `any share has a colour and a shade`() {
    for rendering in Rendering.all {
      for share in [-.infinity, -1, 0, 0.5, 1, 7, .infinity, Double.nan] {
        for ramp in [Ramp.sequential, .diverging] {
          #expect((ramp.color(at: share, rendering) == .standard) == (rendering.colors == .none))
        }
        _ = Ramp.shade(at: share, rendering)
      }
    }
  }

  @Test func `a shade above nothing is visible`() {
    #expect(Ramp.shade(at: 0, .text) == .blank)
    #expect(Ramp.shade(at: 0.001, .text) == Glyph("░"))
    #expect(Ramp.shade(at: 0.001, .ascii) == Glyph("."))
    #expect(Ramp.shade(at: 1, .ascii) == Glyph("@"))
  }
}
