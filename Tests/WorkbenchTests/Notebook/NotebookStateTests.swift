import Canvas
import Diagnostics
import Display
import Tables
import Testing
import Workbench

@Suite struct NotebookStateTests {
  private static let lines = ["load \"penguins.csv\"", "head 2", "describe Sexx"]

  private func sources(_ session: Typist) -> [String] {
    session.state.snapshot.cells.map(\.source)
  }

  private func isGone(_ session: Typist) -> Bool { session.interpreter.isGone }

  /// As if the last line were still at work.
  private func startRunning(_ session: inout Typist) {
    var snapshot = session.state.snapshot
    if !snapshot.cells.isEmpty { snapshot.cells[snapshot.cells.count - 1].state = .running }
    _ = session.state.update(.snapshot(snapshot))
  }

  @Test func `a report that comes after the line's end shows no bar`() throws {
    var session = try Typist(Self.lines)
    _ = session.state.update(.progress(Progress("forest", done: 9, of: 9), elapsedSeconds: 1))
    #expect(!session.text.contains("9/9"))
  }

  @Test func `while a table loads its first rows are there, and Esc keeps what was read`() throws {
    var session = try Typist(Self.lines)
    startRunning(&session)
    let frame = try Frame([Column("wall", categories: ["brick", "wood"])])
    let rows = try Head(count: 10).measure(Subject(frame: frame), report: .silent)
    _ = session.state.update(.preview(Outcome(rows)))
    let half = Progress("reading x.csv", done: 500_000_000, of: 1_000_000_000, unit: .bytes)
    _ = session.state.update(.progress(half, elapsedSeconds: 1))
    #expect(session.text.contains("brick"))
    #expect(session.text.contains("500 MB/1 GB"))
    #expect(session.text.contains("Esc keeps these rows"))
    let effects = session.state.update(.input(.key(.escape)))
    #expect(effects.contains { if case .keepRead = $0 { true } else { false } })
    #expect(session.state.context == .commandLine)
  }

  // MARK: Lines

  @Test func `letters type at once and Enter runs the line`() throws {
    var session = try Typist([])
    try session.type("load \"penguins.csv\"")
    try session.press(.enter)
    #expect(sources(session) == ["load \"penguins.csv\""])
    #expect(session.text.contains("344 × 17"))
    #expect(session.state.context == .commandLine)
  }

  @Test func `a line ending in a backslash goes on in another row`() throws {
    var session = try Typist([])
    try session.type("head \\")
    try session.press(.enter)
    try session.type("3")
    try session.press(.enter)
    #expect(sources(session) == ["head \\\n3"])
  }

  @Test func `pasted lines are run in turn only after a yes`() throws {
    var session = try Typist([])
    try session.send(.input(.paste("## Title\nload \"x\"\n\nhead 3\n")))
    #expect(session.text.contains("run 3 pasted lines in turn?"))
    #expect(sources(session).isEmpty)
    try session.press(.enter)
    #expect(sources(session) == ["## Title", "load \"x\"", "head 3"])
  }

  @Test func `a pasted line goes to the cursor, whatever keys its letters are`() throws {
    var session = try Typist(Self.lines)
    try session.press(.escape)
    try session.send(.input(.paste("ddq\n")))
    #expect(sources(session).count == 3)
    #expect(session.text.contains("> ddq"))
  }

  @Test func `the workbench's own words are no lines`() throws {
    var session = try Typist(Self.lines)
    try session.type("help hist")
    try session.press(.enter)
    #expect(session.state.context == .list)
    try session.press(.escape)
    try session.type("save \"study\"")
    try session.press(.enter)
    #expect(session.state.snapshot.path == "study.assay")
    #expect(sources(session).count == 3)
  }

  @Test func `a fault is shown while typing once its word has been left`() throws {
    var session = try Typist(["load \"penguins.csv\""])
    try session.type("hist Sexx")
    #expect(!session.text.contains("no column"))
    try session.type(" b")
    #expect(session.text.contains("no column 'Sexx'"))
    #expect(session.text.contains("try: Sex"))
  }

  @Test func `Tab completes a path from a folder that is listed first`() throws {
    var session = try Typist([])
    try session.type("load \"pen")
    try session.press(.tab)
    #expect(session.text.contains("> load \"penguins.csv\""))
  }

  @Test func `Tab opens a menu where several fit, Enter takes the chosen one`() throws {
    var session = try Typist(Self.lines)
    try session.type("impute ")
    try session.press(.tab)
    #expect(session.text.contains("their commonest level"))
    try session.press(.tab, .tab, .enter)
    #expect(session.text.contains("> impute mean"))
    #expect(sources(session).count == 3)
  }

  // MARK: Cells

  @Test func `editing a cell replaces its line, Esc leaves it alone`() throws {
    var session = try Typist(Self.lines)
    try session.press(.escape, .up, .character("e"))
    #expect(session.text.contains("editing line 2> head 2"))
    try session.press(.backspace)
    try session.type("4")
    try session.press(.enter)
    #expect(sources(session)[1] == "head 4")
    try session.press(.escape, .character("e"), .control("u"), .escape)
    #expect(session.state.context == .cells)
    #expect(sources(session).count == 3)
  }

  @Test func `removing says what went, undo and redo bring it back and forth`() throws {
    var session = try Typist(Self.lines)
    try session.press(.escape, .character("d"), .character("d"))
    #expect(sources(session).count == 2)
    #expect(session.text.contains("removed line 3: describe Sexx (u undoes)"))
    try session.press(.character("u"))
    #expect(sources(session).count == 3)
    try session.press(.control("r"))
    #expect(sources(session).count == 2)
  }

  @Test func `a failed line is mended with its suggestion by Enter`() throws {
    var session = try Typist(Self.lines)
    try session.press(.escape, .enter)
    #expect(session.text.contains("editing line 3> describe Sex"))
    try session.press(.enter)
    #expect(sources(session).last == "describe Sex")
  }

  @Test func `a stale line runs only after a yes`() throws {
    var session = try Typist(Self.lines + ["evaluate test"])
    try session.press(.escape, .character("r"))
    #expect(session.text.contains("run 'evaluate test' again?"))
    try session.press(.escape)
    try session.press(.character("r"), .character("y"))
    let runs = session.effects.count { if case .resolveStale = $0 { true } else { false } }
    #expect(runs == 1)
  }

  @Test func `an output is searched in full screen and Esc comes back to the same place`() throws {
    var session = try Typist(Self.lines)
    try session.press(.escape, .up, .enter)
    #expect(session.state.context == .pager)
    try session.type("/PAL")
    try session.press(.enter, .escape)
    #expect(session.state.context == .cells)
    #expect(session.text.contains("▌ 2 head 2"))
  }

  @Test func `copying copies the line, and the output as text`() throws {
    var session = try Typist(Self.lines)
    try session.press(.escape, .up, .character("y"), .character("Y"))
    #expect(session.interpreter.copied.first == "head 2")
    #expect(session.interpreter.copied.last?.contains("PAL0708") == true)
  }

  // MARK: Leaving

  @Test func `leaving asks when something is unsaved, and can save first`() throws {
    var session = try Typist(Self.lines)
    try session.press(.control("q"))
    #expect(session.text.contains("unsaved changes"))
    try session.press(.escape)
    #expect(!isGone(session))
    try session.press(.control("q"), .character("s"))
    #expect(session.text.contains("save as [penguins_raw.assay]:"))
    try session.press(.enter)
    #expect(session.state.snapshot.path == "penguins_raw.assay")
    #expect(isGone(session))
  }

  @Test func `leaving asks nothing when all is saved`() throws {
    var session = try Typist(Self.lines)
    try session.press(.control("s"), .enter, .escape, .character("q"))
    #expect(isGone(session))
  }

  @Test func `Ctrl-C empties the line, then offers to leave`() throws {
    var session = try Typist([])
    try session.type("abc")
    try session.press(.control("c"))
    #expect(!session.text.contains("abc"))
    try session.press(.control("c"))
    #expect(session.text.contains("leave Assay?"))
    try session.press(.control("c"))
    #expect(isGone(session))
  }

  @Test func `while a line runs Ctrl-C stops it and the keyboard stays alive`() throws {
    var session = try Typist(Self.lines)
    startRunning(&session)
    _ = session.state.update(.progress(Progress("forest", done: 10, of: 100), elapsedSeconds: 0))
    _ = session.state.update(.progress(Progress("forest", done: 30, of: 100), elapsedSeconds: 2))
    try session.type("head")
    #expect(session.text.contains("> head"))
    #expect(session.text.contains("30/100 · 10/s · 7.00 s left"))
    let effects = session.state.update(.input(.key(.control("c"))))
    guard case .cancel? = effects.first else {
      Issue.record("nothing was stopped")
      return
    }
    _ = session.state.update(.input(.key(.control("c"))))
    #expect(session.text.contains("a line is running"))
  }

  // MARK: Palette and help

  @Test func `the palette runs an action or puts a verb into the line`() throws {
    var session = try Typist(Self.lines)
    try session.press(.control("p"))
    try session.type("undo")
    try session.press(.enter)
    #expect(sources(session).isEmpty)
    try session.press(.control("p"))
    try session.type("pairp")
    try session.press(.enter)
    #expect(session.text.contains("> pairplot"))
  }

  @Test func `an example in the help goes into the command line`() throws {
    var session = try Typist(Self.lines)
    try session.press(.function(1))
    try session.type("hist age duration")
    try session.press(.enter)
    #expect(session.text.contains("> hist age duration bins=12"))
  }

  @Test func `help begins with the verb being typed`() throws {
    var session = try Typist(Self.lines)
    try session.type("impute ")
    try session.press(.function(1))
    #expect(session.screen.grid.text(ofRow: 2) == "impute")
  }

  // MARK: Table

  @Test func `the table follows the document`() throws {
    var session = try Typist(Self.lines)
    try session.press(.escape, .character("t"))
    #expect(session.text.contains("344 rows × 17"))
    for event in try session.interpreter.perform(.submit(["drop studyName"])) {
      try session.send(event)
    }
    #expect(session.text.contains("344 rows × 16"))
  }

  @Test func `the view's filters become a line only when asked`() throws {
    var session = try Typist(Self.lines)
    try session.press(.escape, .character("t"), .right, .right, .right, .right)
    try session.press(.character("+"), .character("w"))
    #expect(session.text.contains("> filter Island == \"Torgersen\""))
    #expect(sources(session).count == 3)
  }

  @Test func `control characters of the data are shown, never sent`() throws {
    var session = try Typist([])
    try session.send(.notice("a\u{1B}[31mb\u{7}", isError: true))
    #expect(session.text.contains("a␛[31mb␇"))
  }

  @Test func `what needs the interpreter says that it waits while a line runs`() throws {
    var session = try Typist(Self.lines)
    startRunning(&session)
    _ = session.state.update(.progress(Progress("forest", done: 1, of: 9), elapsedSeconds: 1))
    _ = session.state.update(.input(.key(.escape)))
    _ = session.state.update(.input(.key(.character("t"))))
    #expect(session.text.contains("that waits for the running line"))
  }

  @Test func `in ASCII every cell is ASCII`() throws {
    var session = try Typist(Self.lines)
    try session.press(.escape, .character("D"), .character("a"))
    let screen = session.state.draw(in: session.size, rendering: .ascii)
    #expect(screen.grid.description.utf8.allSatisfy { $0 < 0x80 })
  }

  // MARK: Sizes

  @Test(arguments: [Size(1, 1), Size(20, 5), Size(29, 24), Size(80, 7)])
  func `a window too small says what it needs`(size: Size) throws {
    var session = try Typist(Self.lines)
    try session.send(.resized(size))
    let text = session.text.replacing("\n", with: " ")
    #expect(size.width < 20 || text.contains("Assay needs"))
  }

  @Test func `every screen draws in every size and rendering`() throws {
    let ways: [[Key]] = [
      [], [.escape], [.escape, .up, .enter], [.escape, .character("t")],
      [.escape, .character("a")], [.control("p")], [.function(1)], [.escape, .character("D")],
      [.control("q")], [.control("s")], [.tab],
    ]
    for way in ways {
      var session = try Typist(Self.lines)
      for key in way { try session.press(key) }
      for size in [Size(1, 1), Size(3, 40), Size(30, 8), Size(33, 9), Size(200, 60), Size(60, 24)] {
        try session.send(.resized(size))
        for rendering in Rendering.all {
          let screen = session.state.draw(in: size, rendering: rendering)
          #expect(screen.grid.size == size)
          if let cursor = screen.cursor { #expect(screen.grid.bounds.contains(cursor)) }
        }
      }
    }
  }
}
