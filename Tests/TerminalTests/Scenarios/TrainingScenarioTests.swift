import Testing

/// Long work: the keyboard stays alive, and Ctrl-C stops it.
struct TrainingScenarioTests {
  private func training(_ desk: Desk) throws -> Pty {
    let pty = try desk.open("ohio_houses.csv")
    for line in ["target price", "keep :number", "split 60/20/20"] { pty.run(line) }
    try pty.wait { $0.row(0).contains("60/20/20") }
    pty.run("train forest trees=2000")
    // The number of trees: "Ctrl-C stops" alone may still be that of the line before.
    try pty.wait(for: "/2,000")
    return pty
  }

  @Test func `while a model trains keys are answered, and Ctrl-C leaves the study as it was`()
    throws
  {
    let desk = try Desk()
    let pty = try training(desk)
    pty.type("describe pr")
    try pty.wait { $0.row($0.rows - 2).contains("describe pr") }
    pty.type(Pty.control("U"))
    try pty.goToCells()
    pty.type("gg")
    try pty.wait(for: "▌ 1 load")
    pty.type("?")
    // One picture comes in several pieces on a busy machine.
    try pty.wait { $0.contains("keys here") && $0.contains("Ctrl-C stops") }
    pty.type(Pty.escape)
    try pty.wait { !$0.contains("keys here") }
    pty.type(Pty.control("C"))
    try pty.wait { !$0.contains("Ctrl-C stops") }
    pty.type("G")
    try pty.wait(for: "stopped; nothing was changed")
    pty.type(":")
    pty.run("describe bedrooms")
    try pty.wait {
      $0.contains("describe bedrooms") && $0.contains("median") && !$0.contains("train forest")
    }
    pty.type(Pty.control("Q"))
    try pty.wait(for: "unsaved changes")
    pty.type("d")
    #expect(try pty.waitForEnd() == .exit(0))
    #expect(pty.isRestored)
  }

  @Test func `lines typed meanwhile run afterwards`() throws {
    let desk = try Desk()
    let pty = try training(desk)
    pty.run("describe bedrooms")
    pty.type(Pty.control("C"))
    try pty.wait { $0.contains("describe bedrooms") && $0.contains("median") }
    pty.type(Pty.control("Q"))
    pty.type("d")
    #expect(try pty.waitForEnd() == .exit(0))
  }

  @Test func `leaving while a model trains asks once and doesn't wait for it`() throws {
    let desk = try Desk()
    let pty = try training(desk)
    pty.type(Pty.control("Q"))
    try pty.wait(for: "a line is running")
    pty.type("d")
    #expect(try pty.waitForEnd() == .exit(0))
    #expect(pty.isRestored)
  }

  @Test func `SIGTERM in the middle of training saves the session with the line`() throws {
    let desk = try Desk()
    let lines = "load \"samples/ohio_houses.csv\"\ntarget price\nkeep :number\nsplit 60/20/20\n"
    try desk.write(lines, to: "long.assay")
    let pty = try desk.start("long.assay")
    try pty.wait { $0.row(0).contains("long.assay saved") && $0.contains("train 7,607") }
    pty.run("train forest trees=2000")
    pty.run("compare")
    try pty.wait(for: "/2,000")
    pty.signal(15)
    #expect(try pty.waitForEnd() == .exit(0))
    #expect(pty.isRestored)
    #expect(try desk.text(of: "long.assay") == lines + "train forest trees=2000\ncompare\n")
  }
}
