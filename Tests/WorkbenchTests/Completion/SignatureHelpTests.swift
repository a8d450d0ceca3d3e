import Testing
import Workbench

@Suite struct SignatureHelpTests {
  private func current(_ line: String) -> String? {
    SignatureHelp(in: line, at: line.unicodeScalars.count, vocabulary: FakeInterpreter.vocabulary)?
      .parts.first { $0.isCurrent }?.text
  }

  @Test func `the argument at the cursor is marked`() {
    #expect(current("impute ") == "median|mean|mode")
    #expect(current("impute median ") == "[COLUMN…]")
    #expect(current("impute median by=") == "[by=1]")
    #expect(current("hist age by ") == "[by COLUMN…]")
    #expect(current("hist age where ") == "[where EXPR]")
    #expect(current("filter ") == "EXPR")
    #expect(current("derive x = ") == "EXPR")
  }

  @Test func `the note explains the current method or option`() {
    let line = "impute mean"
    let help = SignatureHelp(in: line, at: 11, vocabulary: FakeInterpreter.vocabulary)
    #expect(help?.note == "their mean")
  }

  @Test func `an unknown verb has no form`() {
    #expect(SignatureHelp(in: "foo ", at: 4, vocabulary: FakeInterpreter.vocabulary) == nil)
  }
}
