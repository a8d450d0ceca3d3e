import Canvas
import Testing

struct KeyTests {
  @Test(arguments: [
    (Key.character("q"), "q"), (.character(" "), "Space"), (.control("p"), "Ctrl-P"),
    (Key(.enter, .alt), "Alt-Enter"), (.pageUp, "PgUp"), (.function(1), "F1"),
    (.backTab, "Shift-Tab"), (Key(.right, [.control, .shift]), "Ctrl-Shift-Right"),
  ]) func `keys are named as a footer shows them`(key: Key, name: String) {
    #expect(key.description == name)
  }

  @Test func `only plain characters type text`() {
    #expect(Key.character("Ä").text == "Ä")
    #expect(Key.control("a").text == nil)
    #expect(Key.enter.text == nil)
  }

  @Test func `keys can be matched in a switch`() {
    func act(_ key: Key) -> String {
      switch key {
      case .control("c"): "stop"
      case .enter, .character("j"): "go"
      default: "none"
      }
    }
    #expect(act(.control("c")) == "stop")
    #expect(act(.enter) == "go")
    #expect(act(.character("j")) == "go")
    #expect(act(.alt("j")) == "none")
  }
}
