import Canvas
import Testing

struct StringColumnsTests {
  @Test(arguments: [
    ("income", 10, "income"), ("income", 6, "income"), ("income", 5, "inco…"), ("income", 1, "…"),
    ("income", 0, ""), ("income", -3, ""), ("日本語", 6, "日本語"), ("日本語", 5, "日本…"),
    ("日本語", 4, "日…"), ("日本語", 2, "…"), ("a\u{1B}b", 3, "a␛b"), ("", 3, ""),
  ]) func `clipping counts columns and marks the cut`(text: String, width: Int, shown: String) {
    #expect(text.clipped(to: width) == shown)
    #expect(displayWidth(of: shown) <= max(0, width))
  }

  @Test func `padding fills to the exact width on the asked side`() {
    #expect("ab".padded(to: 4) == "ab  ")
    #expect("ab".padded(to: 4, .right) == "  ab")
    #expect("ab".padded(to: 5, .center) == " ab  ")
    #expect("日本".padded(to: 3) == "日…")
    #expect("日本語".padded(to: 4, .right) == " 日…")
    #expect("abc".padded(to: 0) == "")
  }

  @Test func `prose is broken between words`() {
    #expect("the quick brown fox".wrapped(to: 10) == ["the quick", "brown fox"])
    #expect("a\n\nb".wrapped(to: 10) == ["a", "", "b"])
    #expect("".wrapped(to: 10) == [""])
    #expect("abcdefgh ij".wrapped(to: 3) == ["abc", "def", "gh", "ij"])
    #expect("  one two three".wrapped(to: 9) == ["  one two", "  three"])
    #expect("日本語".wrapped(to: 1) == ["日", "本", "語"])
    #expect("ab".wrapped(to: 0) == ["a", "b"])
  }
}
