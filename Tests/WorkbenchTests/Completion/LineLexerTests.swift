import Diagnostics
import Language
import Testing
import Workbench

@Suite struct LineLexerTests {
  @Test func `a line is cut into what its pieces are`() {
    let kinds = LineLexer.tokens(of: "hist (log(age)) by `a b` bins=12 where x > \"y\" # note")
      .map(\.kind)
    #expect(
      kinds == [
        .verb, .symbol, .function, .symbol, .word, .symbol, .symbol, .keyword, .name, .option,
        .symbol, .number, .keyword, .word, .symbol, .text, .comment,
      ]
    )
  }

  @Test func `an unfinished name or text reaches to the end`() {
    let tokens = LineLexer.tokens(of: "drop `bill le")
    #expect(tokens.last?.text == "bill le")
    #expect(tokens.last?.isClosed == false)
  }

  @Test(arguments: ["bill_*", ":number", "$limit", "2024-01-31", "60/20/20", "0..120", "1e-3"])
  func `what reads as one thing is one token`(word: String) {
    #expect(LineLexer.tokens(of: "v " + word).count == 2)
  }

  @Test func `any text is cut without trap and within its bounds`() {
    var generator = SplitMix(seed: 7)
    let pieces = [
      "a", "\"", "`", "\\", "$", ":", "=", "(", " ", "\n", "é", "中", "#", "*", ".", "9", "-",
    ]
    for _ in 0..<2_000 {
      let text = (0..<generator.below(20)).map { _ in pieces[generator.below(pieces.count)] }
        .joined()
      let tokens = LineLexer.tokens(of: text)
      #expect(tokens.allSatisfy { $0.span.end <= text.unicodeScalars.count })
      #expect(zip(tokens, tokens.dropFirst()).allSatisfy { $0.span.end <= $1.span.start })
      for cursor in 0...text.unicodeScalars.count {
        let completer = Completer(vocabulary: FakeInterpreter.vocabulary, names: .init())
        let menu = completer.menu(in: text, at: cursor)
        #expect(menu.replaced.end <= text.unicodeScalars.count)
      }
    }
  }
}
