import Tables
import Testing

@Suite struct TextsTests {
  @Test func `texts are sorted by their bytes`() {
    let texts = [
      "b", "", "aaaaaaaa", "aaaaaaaab", "aaaaaaaa\u{0}", "aaaaaaa", "z", "é", "e\u{301}",
      "aaaaaaaab",
      "aaaaaaaaaaaaaaaaaaaaaaab", "aaaaaaaaaaaaaaaaaaaaaaaa", "a\u{0}", "a", "\u{0}",
    ]
    let sorted = Texts(texts).ascendingOrder.map { texts[$0] }
    let expected = texts.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    #expect(sorted.map { Array($0.utf8) } == expected.map { Array($0.utf8) })
  }
}
