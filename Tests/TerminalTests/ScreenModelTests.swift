import Testing

struct ScreenModelTests {
  private func model(_ text: String) -> ScreenModel {
    var model = ScreenModel(columns: 10, rows: 3)
    model.feed(Array(text.utf8))
    return model
  }

  @Test func `text, moves and erasing`() {
    #expect(model("ab\u{1B}[2;3Hcd\u{1B}[1;1H\u{1B}[K").text == "\n  cd\n")
    #expect(model("0123456789x").text == "0123456789\nx\n")
    #expect(model("0123456789\r\nx").text == "0123456789\nx\n")
    #expect(model("a\r\nb\r\nc\r\nd").text == "b\nc\nd")
    #expect(model("日本\u{1B}[1;1He\u{301}").cells[0][0].text == "e\u{301}")
    #expect(model("a\u{1B}[3b|").row(0) == "aaaa|")
    #expect(model("abc\u{1B}[1;2H\u{1B}[P").row(0) == "ac")
    #expect(model("\u{1B}(0lqk\u{1B}(Bq").row(0) == "┌─┐q")
  }

  @Test func `colours and attributes`() {
    let model = model("\u{1B}[1;38;5;203;44mx\u{1B}[0;7my\u{1B}[mz")
    let red = ScreenModel.Style(foreground: 203, background: 4, attributes: [1])
    #expect(model.cells[0][0].style == red)
    #expect(model.cells[0][1].style == ScreenModel.Style(attributes: [7]))
    #expect(model.cells[0][2].style == ScreenModel.Style())
  }

  @Test func `the alternate screen gives the main one back`() {
    let away = model("main\u{1B}[?1049hother")
    #expect(away.isAlternate)
    #expect(model("main\u{1B}[?1049hother\u{1B}[?1049l").text == "main\n\n")
  }

  @Test func `unknown sequences are listed`() {
    #expect(model("\u{1B}[5y\u{1B}[?77h").unknown == ["CSI 5y", "mode 77"])
    #expect(model("\u{1B}]52;c;eA==\u{7}").commands == ["52;c;eA=="])
  }
}
