import Language
import Testing

@Suite struct ScriptTests {
  @Test func `lines keep their source, number and meaning`() {
    let script = Script(
      "\u{FEFF}#!/usr/bin/env assay\r\n## Who?\r\n# Some text\r\n\r\nload \"a.csv\" \\\r\n  as=b\r\nhead"
    )
    #expect(script.lines.map(\.number) == [1, 2, 3, 4, 5, 7])
    #expect(
      script.lines.map(\.content) == [
        .interpreter, .heading("Who?", level: 1), .paragraph("Some text"), .blank, .call, .call,
      ]
    )
    #expect(script.lines[4].source == "load \"a.csv\" \\\n  as=b")
  }

  @Test(arguments: ["", "a", "a\n", "\n\n", "a \\", "a \\\n\n", "# x \\\ny"])
  func `text comes back as it was, with a final line end`(text: String) {
    let script = Script(text)
    #expect(Script(script.text) == script)
  }
}
