import Testing

/// The workbench on terminals of every kind and size.
struct TerminalScenarioTests {
  @Test(arguments: [
    ["TERM": "xterm-256color"], ["TERM": "tmux-256color"], ["TERM": "xterm"], ["TERM": "linux"],
    ["TERM": "vt220"], ["NO_COLOR": "1"], ["LC_ALL": "C"], ["LANG": "C"],
  ]) func `looks, table and attributes are drawn`(environment: [String: String]) throws {
    let desk = try Desk()
    let pty = try desk.open(environment: environment)
    for line in ["hist `Body Mass (g)`", "pairplot :number", "corr", "freq Species"] {
      pty.run(line)
    }
    try pty.wait { $0.contains("freq Species") && $0.contains("44.2%") }
    try pty.goToCells()
    pty.type("t")
    try pty.wait(for: "Torger")
    pty.type("a")
    try pty.wait(for: "Culmen")
    #expect(pty.screen.unknown == [])
    if environment["LC_ALL"] == "C" || environment["LANG"] == "C" {
      #expect(pty.output.allSatisfy { $0 < 0x80 })
    }
    pty.type(Pty.control("Q"))
    pty.type("d")
    #expect(try pty.waitForEnd() == .exit(0))
    #expect(pty.isRestored)
  }

  @Test func `it can be resized to anything and back`() throws {
    let desk = try Desk()
    let pty = try desk.open()
    pty.run("hist `Body Mass (g)`")
    try pty.wait(for: "skewness")
    for (columns, rows) in [(120, 40), (60, 24), (20, 5), (1, 1), (3, 2), (500, 3), (80, 24)] {
      pty.resize(columns: columns, rows: rows)
      if columns >= 60, rows >= 24 {
        try pty.wait("\(columns)×\(rows)") {
          $0.row(0).contains("344 × 17") && $0.row(rows - 1).contains("Enter")
        }
      }
    }
    pty.resize(columns: 20, rows: 5)
    try pty.wait("word of the size") { $0.text.contains("30") || $0.text.contains("small") }
    pty.resize(columns: 80, rows: 24)
    try pty.wait(for: "skewness")
    #expect(pty.screen.unknown == [])
    pty.type(Pty.control("Q"))
    pty.type("d")
    #expect(try pty.waitForEnd() == .exit(0))
  }

  @Test func `after a resize nothing is left of the picture before`() throws {
    let desk = try Desk()
    let small = try desk.open()
    let large = try desk.open(columns: 120, rows: 40)
    for pty in [small, large] {
      pty.run("describe by Species")
      try pty.wait { $0.contains("describe by Species") && $0.contains("more rows") }
    }
    large.resize(columns: 80, rows: 24)
    try large.wait("the picture of 80×24") { $0.text == small.screen.text }
    for pty in [small, large] {
      pty.type(Pty.control("Q"))
      pty.type("d")
      #expect(try pty.waitForEnd() == .exit(0))
    }
  }

  @Test(arguments: ["dumb", "no-such-terminal"])
  func `a terminal that can't do full screen gets lines`(name: String) throws {
    let desk = try Desk()
    let pty = try desk.start("samples/penguins_raw.csv", environment: ["TERM": name])
    try pty.wait { $0.contains("assay: TERM is '\(name)'") && $0.contains("344 rows, 17 columns") }
    pty.type("freq Island\n")
    try pty.wait(for: "Biscoe")
    #expect(pty.screen.unknown == [])
    #expect(name != "dumb" || !pty.output.contains(0x1B))
    pty.type("quit\nquit\n")
    #expect(try pty.waitForEnd() == .exit(0))
  }
}
