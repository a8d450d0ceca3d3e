import Canvas
import Testing

struct GridTests {
  @Test func `text is drawn where it is put and read back without trailing blanks`() {
    var grid = Grid(width: 8, height: 2)
    grid.put("abc", at: Point(2, 0))
    grid.put("x", at: Point(0, 1))
    #expect(grid.description == "  abc\nx")
  }

  @Test func `drawing outside the box is cut away`() {
    var grid = Grid(width: 4, height: 1)
    grid.put("abcdef", at: Point(-2, 0))
    #expect(grid.description == "cdef")
    grid.put("zz", at: Point(3, 0))
    #expect(grid.description == "cdez")
    grid.put("no", at: Point(0, 1))
    grid.put("no", at: Point(0, -1))
    grid.fill(Rect(x: -5, y: -5, width: 100, height: 100), with: Glyph("#"))
    #expect(grid.description == "####")
  }

  @Test func `extreme places and sizes never trap`() {
    let edges = [Int.min, Int.min + 1, -1, 0, 1, Int.max - 1, Int.max]
    for size in [Size.zero, Size(0, 3), Size(3, 0), Size(1, 1), Size(-4, 5)] {
      var grid = Grid(size)
      for x in edges {
        for y in edges {
          let rect = Rect(x: x, y: y, width: x, height: y)
          grid.put("日x", at: Point(x, y), maximumWidth: x)
          grid.fill(rect)
          grid.restyle(rect, with: .bold)
          grid.box(rect, title: "title of a box")
          grid.box(Rect(x: x, y: y, width: 12, height: 4), title: "title of a box")
          grid.blit(Grid(width: 2, height: 2), at: Point(x, y), part: rect)
          _ = grid[x, y]
          _ = grid.row(y)
        }
      }
      _ = grid.description + grid.styledDescription
    }
  }

  @Test func `a wide glyph is drawn whole or not at all`() {
    var grid = Grid(width: 3, height: 1)
    grid.put("日本", at: .zero)
    #expect(grid.description == "日")
    grid.put("日本", at: Point(-1, 0))
    #expect(grid.description == " 本")
  }

  @Test func `overwriting half of a wide glyph blanks the other half`() {
    var left = Grid(width: 4, height: 1)
    left.put("a日b", at: .zero)
    left.put("x", at: Point(1, 0))
    #expect(left.description == "ax b")
    var right = Grid(width: 4, height: 1)
    right.put("a日b", at: .zero)
    right.put("x", at: Point(2, 0))
    #expect(right.description == "a xb")
    var both = Grid(width: 4, height: 1)
    both.put("日本", at: .zero)
    both.put("語", at: Point(1, 0))
    #expect(both.description == " 語")
  }

  @Test func `a part cut through wide glyphs has blanks at its edges`() {
    var grid = Grid(width: 6, height: 1)
    grid.put("日本語", at: .zero)
    #expect(grid.cropped(to: Rect(x: 1, y: 0, width: 4, height: 1)).description == " 本")
    #expect(grid.cropped(to: Rect(x: 2, y: 0, width: 2, height: 1)).description == "本")
    #expect(grid.cropped(to: Rect(x: -2, y: 0, width: 5, height: 1)).description == "  日")
  }

  @Test func `every continuation follows a wide glyph, whatever is drawn`() {
    var state: UInt64 = 7
    func random(_ below: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % below
    }
    var grid = Grid(width: 9, height: 3)
    let texts = ["日本", "a", "x語y", "é", "한", "…"]
    for _ in 0..<5000 {
      let point = Point(random(13) - 2, random(3))
      switch random(3) {
      case 0: grid.put(texts[random(texts.count)], at: point)
      case 1: grid.fill(Rect(point, Size(random(4), 1)), with: Glyph("·"))
      default:
        let part = Rect(x: random(9), y: random(3), width: random(5), height: 1)
        grid.blit(grid, at: point, part: part)
      }
      for y in 0..<3 {
        for x in 0..<9 {
          let glyph = grid[x, y].glyph
          #expect(glyph.isWide == grid[x + 1, y].glyph.isContinuation || x == 8)
          #expect(!(x == 8 && glyph.isWide))
          #expect(!(x == 0 && glyph.isContinuation))
        }
      }
    }
  }

  @Test func `a box has a frame and a title`() {
    var grid = Grid(width: 12, height: 3)
    grid.box(grid.bounds, title: "age")
    #expect(
      grid.description == """
        ┌─ age ────┐
        │          │
        └──────────┘
        """
    )
    #expect(
      grid.inASCII.description == """
        +- age ----+
        |          |
        +----------+
        """
    )
  }

  @Test func `styles print as letters with a legend`() {
    var grid = Grid(width: 6, height: 1)
    grid.put("ab", at: .zero, style: .error)
    grid.put("c", at: Point(3, 0), style: Style(foreground: .indexed(9)))
    #expect(grid.styledDescription == "aa.b\na: error bold\nb: 9")
  }

  @Test func `a style laid over keeps what it leaves open`() {
    var grid = Grid(width: 2, height: 1)
    grid.put("ab", at: .zero, style: Style(foreground: .indexed(3), .bold))
    grid.restyle(Rect(x: 1, y: 0, width: 1, height: 1), with: .selection)
    let expected = Style(foreground: .indexed(3), background: .role(.selection), .bold)
    #expect(grid[1, 0].style == expected)
    #expect(grid[0, 0].style == Style(foreground: .indexed(3), .bold))
  }
}
