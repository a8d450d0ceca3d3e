import Testing

/// `assay repl` typed into a terminal, and fed from a pipe.
struct LineFormScenarioTests {
  @Test func `a dialogue with errors, undo, a line over two rows, saving and Ctrl-C`() throws {
    let desk = try Desk()
    let pty = try desk.start("repl", "samples/ohio_houses.csv", rows: 60)
    try pty.wait { $0.contains("12,679 rows") && $0.contains("› ") }
    pty.type("drop wal\n")
    try pty.wait { $0.contains("^~~") && $0.contains("try: wall") }
    pty.type("target price\n")
    try pty.wait(for: "target price: a number")
    pty.type("keep \\\n")
    try pty.wait(for: "…")
    pty.type(":number\n")
    try pty.wait(for: "took away")
    pty.type("split 60/20/20\n")
    try pty.wait(for: "train 7,607")
    pty.type("undo\n")
    try pty.wait(for: "the last line is now: keep")
    pty.type("redo\n")
    try pty.wait { $0.contains("the last line is now: split 60/20/20") }
    pty.type("train forest trees=2000\n")
    try pty.wait(for: "/2,000")
    pty.type(Pty.control("C"))
    try pty.wait { $0.contains("stopped; nothing was changed") && !$0.contains("Ctrl-C stops") }
    try pty.wait("the prompt") { screen in
      (0..<60).last { !screen.row($0).isEmpty }.map { screen.row($0) == "›" } == true
    }
    pty.type("abc" + Pty.control("C"))
    try pty.wait(for: "^C")
    pty.type("quit\n")
    try pty.wait(for: "the session is not saved")
    pty.type("save mine\n")
    try pty.wait(for: "saved to mine.assay")
    pty.type(Pty.control("D"))
    #expect(try pty.waitForEnd() == .exit(0))
    let lines = "load \"samples/ohio_houses.csv\"\ntarget price\nkeep \\\n:number\nsplit 60/20/20\n"
    #expect(try desk.text(of: "mine.assay") == lines)
  }

  @Test func `from a pipe there is no prompt, and a failed line shows in the exit code`() throws {
    let desk = try Desk()
    let good = try desk.run(
      ["repl"],
      input: "load \"samples/penguins_raw.csv\"\nfreq Island\nsave x\nquit\n"
    )
    #expect(good.status == 0)
    #expect(good.output.contains("Biscoe"))
    #expect(!good.output.contains("›"))
    #expect(good.errors == "")
    let bad = try desk.run(["repl"], input: "drop x\n")
    #expect(bad.status == 1)
    #expect(bad.errors.contains("nothing is loaded yet"))
  }
}
