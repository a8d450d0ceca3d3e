import Canvas
import Testing

struct GlyphsTests {
  private func drawn(_ text: String) -> String {
    var grid = Grid(width: 40, height: 1)
    grid.put(text, at: .zero)
    return grid.description
  }

  @Test(arguments: [
    ("plain", "plain", 5),
    ("a\u{1B}[31mb", "a␛[31mb", 7),
    ("a\nb\rc\u{0}", "a␊b␍c␀", 6),
    ("a\tb", "a  b", 4),
    ("\u{7F}\u{9B}x", "␡·x", 3),
    ("a\u{202E}b\u{2066}c", "a·b·c", 5),
    ("\u{200E}a\u{200B}b\u{FEFF}", "ab", 2),
    ("日本", "日本", 4),
    ("한", "한", 2),
    ("한글", "한글", 4),
    ("e\u{301}\u{300}\u{302}\u{303}", "e\u{301}\u{300}", 1),
    ("👩‍💻!", "👩!", 3),
    ("👨‍👩‍👧‍👦", "👨", 2),
    ("❤️x", "❤x", 2),
    ("🇩🇪", "DE", 2),
    ("👍🏽", "👍", 2),
    ("1️⃣", "1", 1),
    ("क्ष", "क्ष", 2),
    ("\u{301}", " \u{301}", 1),
    ("", "", 0),
  ]) func `text is reduced to glyphs that terminals agree about`(
    text: String,
    shown: String,
    width: Int
  ) {
    // Scalars, since "한" as three letters and as one syllable compare equal as strings.
    #expect(Array(drawn(text).unicodeScalars) == Array(shown.unicodeScalars))
    #expect(displayWidth(of: text) == width)
  }

  @Test func `no scalar reaches the grid that a terminal would act on`() {
    for value in UInt32(0)...0xFFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      var grid = Grid(width: 3, height: 1)
      grid.put("a" + String(Character(scalar)), at: .zero)
      for scalar in grid.description.unicodeScalars {
        let value = scalar.value
        #expect(value >= 0x20 && !(0x7F..<0xA0).contains(value))
        #expect(!(0x202A...0x202E).contains(value) && !(0x2066...0x2069).contains(value))
      }
    }
  }
}
