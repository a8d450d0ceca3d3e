import Canvas
import Testing

struct GridHeatTests {
  private func heat(_ share: Double, _ rendering: Rendering, _ size: Size = Size(7, 1)) -> Grid {
    var grid = Grid(size)
    grid.putHeat("0.83", share: share, in: grid.bounds, .diverging, rendering)
    return grid
  }

  @Test func `the number stands on its colour in a readable one`() {
    let grid = heat(1, .full)
    #expect(grid.description == " 0.83")
    let expected = Style(foreground: .indexed(231), background: .indexed(17))
    #expect((0..<7).allSatisfy { grid[$0, 0].style == expected })
  }

  @Test func `without colour the shade grows with the distance from the middle`() {
    #expect(heat(1, .text, Size(8, 1)).description == "█ 0.83 █")
    #expect(heat(0.5, .text, Size(8, 1)).description == "  0.83")
    #expect(heat(0.9, .ascii, Size(8, 1)).description == "# 0.83 #")
    #expect(heat(.nan, .text).description == " 0.83")
  }

  @Test func `any size and level draws`() {
    for rendering in Rendering.all {
      for width in 0...8 {
        for height in 0...3 { _ = heat(0.2, rendering, Size(width, height)) }
      }
    }
  }
}
