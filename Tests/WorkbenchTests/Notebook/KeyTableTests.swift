import Canvas
import Testing
import Workbench

@Suite struct KeyTableTests {
  @Test(arguments: KeyContext.allCases)
  func `no sequence of a place means two things or hides another`(context: KeyContext) {
    let sequences = KeyTable.bindings(in: context).flatMap(\.keys)
    #expect(Set(sequences).count == sequences.count)
    for sequence in sequences {
      for length in 1..<max(1, sequence.count) {
        #expect(!sequences.contains(Array(sequence.prefix(length))))
      }
    }
  }

  @Test(arguments: KeyContext.allCases)
  func `every place has five to eight keys in its footer, and a way out`(context: KeyContext) {
    let labels = KeyTable.bindings(in: context).compactMap(\.label)
    #expect(labels.count >= 5)
    #expect(KeyTable.match([.control("q")], in: context) == .action(.quit))
    #expect(KeyTable.match([.control("c")], in: context) == .action(.interrupt))
  }

  @Test func `no letter is taken where letters type`() {
    for context in KeyContext.allCases where context.takesText {
      #expect(KeyTable.bindings(in: context).flatMap(\.keys).allSatisfy { $0[0].text == nil })
    }
  }

  @Test func `keys that most terminals don't send carry nothing`() {
    for context in KeyContext.allCases {
      #expect(KeyTable.match([Key(.enter, .shift)], in: context) == .none)
      #expect(KeyTable.match([Key(.enter, .control)], in: context) == .none)
    }
  }
}
