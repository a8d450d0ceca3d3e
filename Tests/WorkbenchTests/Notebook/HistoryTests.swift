import Testing
import Workbench

@Suite struct HistoryTests {
  @Test func `leafing keeps to lines that begin with what was typed`() {
    var history = History(["load \"a\"", "hist age", "head", "hist mass"])
    let up = ["hi", "hist mass", "hist age"].map { history.earlier(than: $0) }
    #expect(up == ["hist mass", "hist age", nil])
    let down = (0..<3).map { _ in history.later() }
    #expect(down == ["hist mass", "hi", nil])
  }

  @Test func `a line run twice in a row is kept once`() {
    var history = History()
    history.append("head")
    history.append("head")
    #expect(history.lines == ["head"])
  }

  @Test func `a search finds a text anywhere, newest first`() {
    let history = History(["hist age", "box age", "hist age"])
    #expect(history.lines(holding: "AGE") == ["hist age", "box age"])
  }
}
