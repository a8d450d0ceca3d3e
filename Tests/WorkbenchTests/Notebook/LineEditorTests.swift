import Diagnostics
import Testing
import Workbench

@Suite struct LineEditorTests {
  private func after(_ text: String, _ actions: KeyAction...) -> LineEditor {
    var editor = LineEditor(text)
    for action in actions { _ = editor.perform(action) }
    return editor
  }

  @Test func `words are left, deleted and brought back`() {
    #expect(after("hist body mass", .deleteWordBack).text == "hist body ")
    #expect(after("hist body mass", .deleteWordBack, .lineStart, .yank).text == "masshist body ")
    #expect(after("hist body", .wordLeft, .killToEnd).text == "hist ")
    #expect(after("hist body", .wordLeft, .killToStart).text == "body")
    #expect(after("hist body", .lineStart, .deleteWordForward).text == " body")
  }

  @Test func `the cursor stays inside`() {
    #expect(after("", .moveLeft, .deleteBack, .deleteForward, .wordRight).cursor == 0)
    #expect(after("ab", .moveRight).cursor == 2)
  }

  @Test func `a mark typed alone joins the character before it`() {
    var editor = LineEditor("e")
    editor.insert("\u{301}")
    #expect(editor.characters.count == 1)
    #expect(editor.cursor == 1)
    #expect(editor.cursorInScalars == 2)
  }

  @Test func `a span counts scalars`() {
    var editor = LineEditor("é=中 x")
    editor.replace(Span(2, 3), with: "abc")
    #expect(editor.text == "é=abc x")
    #expect(editor.textBeforeCursor == "é=abc")
  }
}
