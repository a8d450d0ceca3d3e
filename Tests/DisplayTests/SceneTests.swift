import Canvas
import Display
import Testing

struct SceneTests {
  private func drawn(
    _ blocks: Scene.Block...,
    width: Int = 40,
    height: Int? = nil,
    _ rendering: Rendering = .text
  ) -> String {
    Scene(blocks).draw(width: width, height: height, rendering: rendering).description
  }

  @Test func `texts are wrapped and a blank row parts tables from what follows`() {
    let table = Scene.Table(["name", .number("n")], rows: [["a", "1"], ["bb", "20"]])
    let text = drawn(
      .heading("Title"),
      .note("3 rows"),
      .table(table),
      .prose("one two three"),
      width: 9
    )
    #expect(
      text == """
        Title
        3 rows
        name   n
        a      1
        bb    20

        one two
        three
        """
    )
  }

  @Test func `bars have their number and share at the right`() {
    let bars = Scene.Bars([
      .init("wood", 30, share: 0.75), .init("stone", 10, share: 0.25),
    ])
    #expect(
      drawn(.bars(bars), width: 30) == """
        wood   ████████████  30  75.0%
        stone  ████          10  25.0%
        """
    )
    #expect(
      drawn(.bars(bars), width: 30, .ascii) == """
        wood   ############  30  75.0%
        stone  ####          10  25.0%
        """
    )
  }

  @Test func `negative bars go to the left of a zero line`() {
    let bars = Scene.Bars([.init("up", 1), .init("down", -1)])
    let text = drawn(.bars(bars), width: 20)
    #expect(text == "up         █████   1\ndown  █████       -1")
  }

  @Test func `columns of the highest rank are left out first and named`() {
    let table = Scene.Table(
      ["name", .number("least", rank: 1), .number("mean"), .number("most", rank: 1)],
      rows: [["a", "1", "2", "3"]]
    )
    #expect(drawn(.table(table), width: 24) == "name  least  mean  most\na         1     2     3")
    #expect(drawn(.table(table), width: 18) == "name  mean\na        2\n+2 columns: least…")
  }

  @Test func `a table too high says how many rows there are more`() {
    let table = Scene.Table(["n"], rows: (1...9).map { [.init(String($0))] }, noun: "level")
    #expect(drawn(.table(table), height: 4) == "n\n1\n2\n… 7 more levels")
  }

  @Test func `what doesn't fit is cut with a count`() {
    let text = drawn(.prose("a b c d"), width: 1, height: 2)
    #expect(text == "a\n…")
    #expect(drawn(.prose("a\nb\nc\nd"), height: 2) == "a\n… 3 more lines")
  }

  @Test func `a histogram stands on round ticks`() {
    let plot = Scene.Plot(
      x: .number("age", from: 0, to: 40),
      y: .number("rows", from: 0, to: 4),
      marks: [.bars(.init(edges: [0, 10, 20, 30, 40], values: [1, 4, 2, 0.5]))],
      height: 8
    )
    #expect(
      drawn(.plot(plot), width: 24) == """
        rows
        4 ┤     ████
          │     ████
        2 ┤     ████ ████
        0 ┤████ ████ ████ ▄▄▄▄
          └┬─────────┬────────┬
           0        20       40
                   age
        """
    )
  }

  @Test func `series have their own marks without colour`() {
    let plot = Scene.Plot(
      x: .number("", from: 0, to: 1),
      y: .number("y", from: 0, to: 1),
      marks: [
        .points(.init(x: [0], y: [0], series: 0)), .points(.init(x: [1], y: [1], series: 1)),
      ],
      series: ["low", "high"],
      height: 10
    )
    let text = drawn(.plot(plot), width: 30)
    #expect(text.hasPrefix("  o low   x high\ny\n"))
    #expect(text.contains("┤o") && text.contains("x\n"))
  }

  @Test func `a matrix numbers its columns when their names are long`() {
    let names = ["culmen length", "flipper length"]
    let matrix = Scene.Matrix(correlations: [[1, -0.5], [-0.5, 1]], of: names)
    let text = drawn(.matrix(matrix), width: 40)
    #expect(text.contains("1 culmen length") && text.contains("2 flipper length"))
    #expect(text.split(separator: "\n")[0].filter { $0 != " " } == "12")
    #expect(text.contains("-0.50"))
  }

  @Test func `a row stands side by side where there is room`() {
    let left = Scene([.table(.init(["a"], rows: [["1"]]))])
    let right = Scene([.table(.init(["b"], rows: [["2"]]))])
    #expect(drawn(.row([left, right])) == "a   b\n1   2")
    #expect(drawn(.row([left, right]), width: 3) == "a\n1\n\nb\n2")
  }

  @Test func `plots shrink before anything else is cut`() {
    let plot = Scene.Plot(x: .number("", from: 0, to: 1), y: .number("", from: 0, to: 1), marks: [])
    let scene = Scene([.heading("Title"), .plot(plot), .note("end")])
    let text = scene.draw(width: 40, height: 12, rendering: .text).description
    #expect(text.hasPrefix("Title") && text.hasSuffix("end"))
    #expect(scene.draw(width: 40, height: 30, rendering: .text).height == 30)
  }
}
