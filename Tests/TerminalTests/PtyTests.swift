import Testing

struct PtyTests {
  @Test func `a program runs in a terminal of its own`() throws {
    let cat = try Pty(["/bin/cat"], columns: 30, rows: 4)
    cat.type("héllo\n")
    try cat.wait { $0.row(0) == "héllo" && $0.row(1) == "héllo" }
    cat.type("\u{4}")
    #expect(try cat.waitForEnd() == .exit(0))
    #expect(cat.screen.unknown == [])
  }

  @Test func `it knows its size, its name and nothing else of the environment`() throws {
    let shell = try Pty(
      ["/bin/sh", "-c", "stty size; echo $TERM; env | wc -l; tty; exit 3"],
      columns: 50,
      rows: 8
    )
    #expect(try shell.waitForEnd() == .exit(3))
    #expect(shell.screen.row(0) == "8 50")
    #expect(shell.screen.row(1) == "xterm-256color")
    #expect(shell.screen.row(3).hasPrefix("/dev/pts/"))
  }

  @Test func `its window can be resized and closed`() throws {
    let shell = try Pty(
      ["/bin/sh", "-c", "trap 'stty size' WINCH; echo ready; while :; do sleep 0.01; done"])
    try shell.wait(for: "ready")
    shell.resize(columns: 100, rows: 30)
    try shell.wait(for: "30 100")
    shell.hangUp()
    #expect(try shell.waitForEnd() == .signal(1))
  }

  @Test func `a condition that never holds fails with the screen`() throws {
    let cat = try Pty(["/bin/cat"])
    cat.type("seen")
    try cat.wait(for: "seen")
    let failure = #expect(throws: Pty.Failure.self) {
      try cat.wait(seconds: 0.05) { $0.contains("unseen") }
    }
    #expect(failure?.description.contains("seen") == true)
  }
}
