import Canvas
import Testing

struct DotCanvasTests {
  @Test func `dots fill braille cells from the bottom left up`() {
    var canvas = DotCanvas(Size(2, 1), .text)
    canvas.plot(0, 0)
    #expect(canvas.draw(.plain(.plain)).description == "⡀")
    canvas.plot(1, 1)
    #expect(canvas.draw(.plain(.plain)).description == "⡀⠈")
  }

  @Test func `a diagonal in each kind of glyphs`() {
    func diagonal(_ glyphs: GlyphLevel) -> String {
      var canvas = DotCanvas(Size(4, 2), Rendering(glyphs: glyphs, colors: .none))
      canvas.line(fromX: 0, y: 0, toX: 1, y: 1)
      return canvas.draw(.plain(.plain)).description
    }
    #expect(diagonal(.braille) == "  ⡠⠊\n⡠⠊")
    #expect(diagonal(.blocks) == "  ▄▀\n▄▀")
    #expect(diagonal(.ascii) == "  .'\n.'")
  }

  @Test func `points outside and undefined ones are left out`() {
    var canvas = DotCanvas(Size(3, 3), .text)
    for (x, y) in [(Double.nan, 0.5), (0.5, .infinity), (-0.1, 0.5), (0.5, 1.1)] {
      canvas.plot(x, y)
    }
    canvas.mark(column: .max, row: .min)
    canvas.line(fromX: .nan, y: 0, toX: 1, y: 1)
    canvas.line(fromX: -5, y: -5, toX: -1, y: 9)
    canvas.line(fromX: 1e308, y: 0, toX: -1e308, y: 0)
    #expect(canvas.largestCount == 0)
    canvas.line(fromX: -1e6, y: 0.5, toX: 1e6, y: 0.5)
    #expect(canvas.draw(.plain(.plain)).description == "\n⠤⠤⠤\n")
  }

  @Test func `a cell has the colour of its most frequent series`() {
    var canvas = DotCanvas(Size(1, 1), .full)
    canvas.mark(column: 0, row: 0, series: 0)
    canvas.mark(column: 0, row: 1, series: 1)
    canvas.mark(column: 1, row: 1, series: 1)
    #expect(canvas.draw(.series)[0, 0].style == .series(1))
    var mono = DotCanvas(Size(2, 1), .text)
    mono.mark(column: 0, row: 0, series: 0)
    mono.mark(column: 2, row: 1, series: 1)
    #expect(mono.draw(.series).description == "ox")
  }

  @Test func `the densest cell stands out, in colour and without`() {
    func crowd(_ rendering: Rendering) -> Grid {
      var canvas = DotCanvas(Size(2, 1), rendering)
      for _ in 0..<1000 { canvas.plot(0, 0) }
      canvas.plot(1, 0)
      return canvas.draw(.density(.sequential))
    }
    let colored = crowd(.full)
    #expect(colored[0, 0].style.foreground == Ramp.sequential.color(at: 1, .full))
    #expect(colored[1, 0].style.foreground != colored[0, 0].style.foreground)
    #expect(crowd(.text).description == "█░")
    #expect(crowd(.ascii).description == "@.")
  }

  @Test func `an empty picture has no dots at any size`() {
    for size in [Size.zero, Size(0, 5), Size(1, 1)] {
      for rendering in Rendering.all {
        var canvas = DotCanvas(size, rendering)
        #expect(canvas.draw(.density(.sequential)).description.allSatisfy { $0 == "\n" })
        canvas.plot(0.5, 0.5)
        canvas.line(fromX: 0, y: 0, toX: 1, y: 1)
        _ = canvas.draw(.series)
      }
    }
  }
}
