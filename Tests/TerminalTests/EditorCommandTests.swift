import Terminal
import Testing

struct EditorCommandTests {
  @Test func `VISUAL goes before EDITOR, and vi is the last resort`() {
    func command(_ values: [String: String]) -> String {
      EditorCommand.text(file: "a.txt", Environment(values))
    }
    #expect(command(["VISUAL": "code -w", "EDITOR": "ed"]) == "code -w 'a.txt'")
    #expect(command(["VISUAL": "", "EDITOR": "ed"]) == "ed 'a.txt'")
    #expect(command([:]) == "vi 'a.txt'")
  }

  @Test func `a file's name can't leave its quotes`() {
    let command = EditorCommand.text(file: "it's; rm $x", Environment(["EDITOR": "ed"]))
    #expect(command == "ed 'it'\\''s; rm $x'")
  }
}
