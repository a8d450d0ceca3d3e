import Canvas
import Testing

struct DensityCanvasTests {
  @Test func `two amounts share a cell in two colours`() {
    var canvas = DensityCanvas(Size(1, 1), .full)
    canvas.add(10, x: 0, y: 0)
    #expect(canvas.draw().description == "▄")
    canvas.add(2, x: 0, y: 1)
    let cell = canvas.draw()[0, 0]
    #expect(cell.glyph == Glyph("▀"))
    #expect(cell.style.background == Ramp.sequential.color(at: 1, .full))
    #expect(cell.style.foreground != cell.style.background)
  }

  @Test func `without colour an amount is a shade`() {
    var canvas = DensityCanvas(Size(2, 1), .text)
    canvas.add(100, x: 0, y: 0.5)
    canvas.add(1, x: 1, y: 0.5)
    #expect(canvas.draw(scale: .linear).description == "█░")
  }

  @Test func `nothing, everything outside and any size draw`() {
    for rendering in Rendering.all {
      for size in [Size.zero, Size(1, 0), Size(3, 2)] {
        var canvas = DensityCanvas(size, rendering)
        canvas.add(x: .nan, y: 0)
        canvas.add(.infinity, x: 0, y: 0)
        canvas.add(x: 2, y: 0)
        #expect(canvas.largestAmount == 0)
        #expect(canvas.draw().size == size)
      }
    }
  }
}
