import Canvas
import Testing

struct ANSIWriterTests {
  private let grid: Grid = {
    var grid = Grid(width: 10, height: 2)
    grid.put("err", at: .zero, style: .error)
    grid.put("日│…", at: Point(0, 1))
    grid.put("x", at: Point(5, 1), style: .selection)
    return grid
  }()

  @Test func `without colours there is no escape`() {
    #expect(ANSIWriter(.text).text(of: grid) == "err\n日│… x\n")
  }

  @Test func `in ascii every character is printable`() {
    let text = ANSIWriter(.ascii).text(of: grid)
    #expect(text == "err\n? |~ x\n")
    for value in UInt32(0xA0)...0x2FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      var grid = Grid(width: 2, height: 1)
      grid.put(String(Character(scalar)), at: .zero)
      let printable = ANSIWriter(.ascii).text(of: grid).utf8.allSatisfy {
        $0 == 10 || (0x20..<0x7F).contains($0)
      }
      #expect(printable)
    }
  }

  @Test func `colours are set where they change and reset at the end of a row`() {
    let text = ANSIWriter(.full).text(of: grid)
    #expect(text == "\u{1B}[0;1;38;5;203merr\u{1B}[0m\n日│… \u{1B}[0;48;5;24mx\u{1B}[0m\n")
    let basic = ANSIWriter(Rendering(glyphs: .braille, colors: .basic8)).text(of: grid)
    #expect(basic == "\u{1B}[0;1;31merr\u{1B}[0m\n日│… \u{1B}[0;7mx\u{1B}[0m\n")
  }

  @Test func `an empty grid prints nothing`() {
    #expect(ANSIWriter(.full).text(of: Grid(.zero)) == "")
    #expect(ANSIWriter(.full).text(of: Grid(width: 3, height: 1)) == "\n")
  }
}
