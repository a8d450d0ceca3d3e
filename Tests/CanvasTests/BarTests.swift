import Canvas
import Testing

struct BarTests {
  @Test(arguments: [
    (0.0, ""), (1, "████"), (0.5, "██"), (0.53125, "██▏"), (0.0001, "▏"), (2, "████"), (.nan, ""),
  ]) func `a bar is exact to an eighth and never hides something`(share: Double, text: String) {
    #expect(Bar.text(share, width: 4, .text) == text)
  }

  @Test func `a bar in ascii is made of number signs`() {
    #expect(Bar.text(0.5, width: 4, .ascii) == "##")
    #expect(Bar.text(0.01, width: 4, .ascii) == ".")
    #expect(Bar.text(0.5, width: -4, .ascii) == "")
  }

  @Test func `columns stand on the bottom of their box`() {
    var grid = Grid(width: 4, height: 2)
    for (x, share) in [0.25, 0.5, 0.75, 1].enumerated() {
      grid.putColumn(
        share,
        in: Rect(x: x, y: 0, width: 1, height: 2),
        style: .plain,
        .text
      )
    }
    #expect(grid.description == "  ▄█\n▄███")
  }

  @Test func `a bar between two places is cut at both ends`() {
    var grid = Grid(width: 4, height: 1)
    let row = grid.bounds
    grid.putBar(from: 0.5, to: 0.25, in: row, style: .plain, .text)
    #expect(grid.description == " █")
    grid.fill(row)
    grid.putBar(from: 0.125, to: 1, in: row, style: .plain, .full)
    #expect(grid.description == "▌███")
    #expect(grid[0, 0].style == .reverse)
    grid.fill(row)
    grid.putBar(from: .nan, to: 1, in: row, style: .plain, .full)
    #expect(grid.description == "")
  }

  @Test func `a sparkline spans the values`() {
    #expect(Bar.sparkline([1, 2, 3, .nan, 8], width: 9, .text) == "▁▂▃ █")
    #expect(Bar.sparkline([0, 5, 10], width: 9, .ascii) == "_=#")
    #expect(Bar.sparkline([5, 5], width: 9, .text) == "▅▅")
    #expect(Bar.sparkline([5, 5], width: 9, startsAtZero: true, .text) == "██")
    #expect(Bar.sparkline([1, 1, 9, 9], width: 2, .text) == "▁█")
    #expect(Bar.sparkline([-1e308, 1e308], width: 2, .text) == "▁█")
    #expect(Bar.sparkline([1, 2], width: 0, .text) == "")
    #expect(Bar.sparkline([], width: 5, .text) == "")
  }
}
