import Canvas
import Testing

struct TextTableTests {
  private let table = TextTable(
    [.init("column"), .init("kind"), .init("mean", .right), .init("sd", .right)],
    texts: [
      ["bill_length_mm", "number", "43.92", "5.46"], ["sex", "category", "", ""],
      ["日本語", "text"],
    ]
  )

  @Test func `columns are as wide as their widest entry`() {
    #expect(
      table.draw(width: 80).description == """
        column          kind       mean    sd
        bill_length_mm  number    43.92  5.46
        sex             category
        日本語          text
        """
    )
  }

  @Test func `texts are clipped before numbers, and columns left out are named`() {
    #expect(
      table.draw(width: 31).description == """
        column    kind       mean    sd
        bill_le…  number    43.92  5.46
        sex       category
        日本語    text
        """
    )
    #expect(
      table.draw(width: 30).description == """
        column         kind       mean
        bill_length_…  number    43.92
        sex            category
        日本語         text
        +1 column: sd
        """
    )
    #expect(
      table.draw(width: 12).description == """
        column
        bill_length…
        sex
        日本語
        +3 columns:…
        """
    )
  }

  @Test func `a table is never wider than asked, at any width`() {
    for width in -1...60 {
      let grid = table.draw(width: width)
      #expect(grid.width <= max(0, width))
    }
    #expect(TextTable([], texts: [["a"]]).draw(width: 5).description.isEmpty == false)
    #expect(TextTable([]).draw(width: 0).width == 0)
  }

  @Test func `very long entries cost no more than their length`() {
    let long = String(repeating: "x", count: 100_000)
    let wide = TextTable([.init("a"), .init("b")], texts: [[long, long]])
    #expect(wide.draw(width: 40).width == 40)
  }
}
