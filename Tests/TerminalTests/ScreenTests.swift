import Foundation
import Testing

/// The terminal layer in a real terminal, through a program that does what it is told.
struct ScreenTests {
  static let names = [
    "xterm-256color", "tmux-256color", "screen-256color", "xterm", "linux", "vt220",
  ]

  private func probe(
    _ environment: [String: String] = [:],
    columns: Int = 40,
    rows: Int = 10,
    folder: String? = nil
  ) throws -> Pty {
    let probe = try Pty(
      ["TerminalProbe"],
      columns: columns,
      rows: rows,
      environment: environment,
      folder: folder
    )
    try probe.wait(for: "probe \(columns)×\(rows)")
    return probe
  }

  private func quit(_ probe: Pty) throws {
    probe.type("\u{11}")
    #expect(try probe.waitForEnd() == .exit(0))
    #expect(probe.screen.unknown == [])
    expectRestored(probe)
  }

  private func expectRestored(_ probe: Pty) {
    #expect(!probe.screen.isAlternate)
    #expect(probe.screen.showsCursor)
    #expect(probe.screen.modes.isDisjoint(with: [1, 1000, 1002, 1006, 2004]))
    #expect(probe.isCooked)
  }

  @Test(arguments: names) func `a frame is shown, a key answered, the terminal given back`(
    name: String
  ) throws {
    let probe = try probe(["TERM": name])
    probe.type("\u{1B}OA")
    try probe.wait(for: "last: Up")
    try probe.wait(for: "selected")
    #expect(probe.screen.row(4).contains("日本 ⣿ e\u{301}"))
    #expect(probe.screen.row(0).hasPrefix("┌─ probe"))
    #expect(probe.screen.modes.isSuperset(of: [1000, 1002, 1006, 2004]))
    probe.type("\u{1B}[<0;5;3M")
    try probe.wait(for: "last: press 4,2")
    try quit(probe)
  }

  @Test func `colours are those the terminal has`() throws {
    func style(_ environment: [String: String]) throws -> ScreenModel.Style? {
      let probe = try probe(environment)
      try probe.wait(for: "selected")
      let style = probe.screen.style(of: "count")
      try quit(probe)
      return style
    }
    #expect(try style([:]) == ScreenModel.Style(foreground: 203, attributes: [1]))
    #expect(try style(["TERM": "xterm"]) == ScreenModel.Style(foreground: 1, attributes: [1]))
    let mono = ScreenModel.Style(attributes: [1])
    #expect(try style(["TERM": "vt220"]) == mono)
    #expect(try style(["NO_COLOR": "1"]) == mono)
  }

  @Test(arguments: ["C", "POSIX"]) func `an explicit C locale gets ASCII alone`(
    locale: String
  ) throws {
    let probe = try Pty(
      ["TerminalProbe"],
      columns: 40,
      rows: 10,
      environment: ["LC_ALL": locale]
    )
    try probe.wait(for: "selected")
    #expect(probe.screen.row(0).hasPrefix("+- probe 40x10 ---"))
    #expect(probe.output.allSatisfy { $0 < 0x80 })
    try quit(probe)
  }

  @Test(arguments: ["", "en_XX.UTF-8", "xx_YY"]) func `a locale that isn't there is no obstacle`(
    locale: String
  ) throws {
    let probe = try probe(["LANG": locale])
    try probe.wait(for: "日本 ⣿")
    try quit(probe)
  }

  @Test func `a resize is drawn without a key`() throws {
    let probe = try probe()
    for (columns, rows) in [(60, 12), (20, 5), (1, 1), (3, 2), (100, 40)] {
      probe.resize(columns: columns, rows: rows)
      if columns >= 20 { try probe.wait(for: "probe \(columns)×\(rows)") }
    }
    try quit(probe)
  }

  @Test func `messages from other threads all arrive while keys are answered`() throws {
    let probe = try probe()
    probe.type("\u{1B}w")
    probe.type("k")
    try probe.wait(for: "last: k")
    try probe.wait(for: "count: 40000")
    try probe.wait(for: "step 20000")
    try quit(probe)
  }

  @Test func `idle it uses no processor time`() throws {
    let probe = try probe()
    try probe.wait(for: "selected")
    // Libraries may still be busy starting; then no time passes at all.
    var used = Double.infinity
    for _ in 0..<10 where used >= 1 {
      let before = probe.processorTime
      _ = try? probe.wait(seconds: 0.3) { _ in false }
      used = before > 0 ? probe.processorTime - before : .infinity
    }
    #expect(used < 1)
    try quit(probe)
  }

  @Test func `a paste is one event`() throws {
    let probe = try probe()
    probe.type("\u{1B}[200~one\rtwo\u{1B}[201~")
    try probe.wait(for: "last: paste 7: one␊two")
    try quit(probe)
  }

  @Test func `a text is copied through the terminal`() throws {
    let probe = try probe()
    probe.type("\u{1B}c")
    try probe.wait { $0.commands == ["52;c;aMOpbGxv"] }
    try quit(probe)
  }

  @Test func `the editor gets the terminal and the file, and the screen comes back`() throws {
    let folder = NSTemporaryDirectory() + "editor-\(UInt64.random(in: 0..<1 << 60))"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let probe = try probe(
      [
        "EDITOR":
          "sh -c 'stty -a | grep -o \" icanon\"; printf \"editing %s\" \"$1\"; read line' sh"
      ],
      folder: folder
    )
    probe.type("\u{1B}e")
    try probe.wait { $0.contains("editing it's.txt") && !$0.isAlternate }
    #expect(probe.screen.contains("icanon"))
    #expect(!probe.screen.modes.contains(2004))
    probe.resize(columns: 50, rows: 12)
    probe.type("done\n")
    try probe.wait { $0.isAlternate && $0.contains("probe 50×12") }
    try probe.wait(for: "last: edited true")
    try quit(probe)
  }

  @Test func `Ctrl-Z gives the terminal to the shell and fg takes it back`() throws {
    let shell = try Pty(
      ["/bin/bash", "--norc", "--noprofile", "-i"],
      columns: 60,
      rows: 12,
      environment: ["PS1": "ready> "]
    )
    try shell.wait(for: "ready>")
    shell.type("'\(Pty.buildFolder)/TerminalProbe'\n")
    try shell.wait { $0.isAlternate && $0.contains("probe 60×12") }
    shell.type("\u{1A}")
    try shell.wait { !$0.isAlternate && $0.contains("Stopped") }
    shell.resize(columns: 70, rows: 14)
    shell.type("fg\n")
    try shell.wait { $0.isAlternate && $0.contains("probe 70×14") }
    try shell.wait(for: "last: resumed")
    shell.type("\u{11}")
    try shell.wait { !$0.isAlternate && $0.contains("ended by quit") }
    shell.type("exit\n")
    #expect(try shell.waitForEnd() == .exit(0))
  }

  @Test(arguments: [
    ("\u{1B}t", Pty.Ending.signal(4)), ("\u{1B}f", .signal(4)), ("\u{1B}a", .signal(6)),
    ("\u{1B}x", .exit(3)), ("\u{1B}s", .signal(11)), ("\u{1B}S", .signal(11)),
  ]) func `whatever ends the program, the terminal is given back`(
    key: String,
    ending: Pty.Ending
  ) throws {
    let probe = try probe()
    probe.type(key)
    let found = try probe.waitForEnd()
    // Which of the two traps a broken precondition raises is the compiler's choice.
    #expect(found == ending || (ending == .signal(4) && found == .signal(5)))
    expectRestored(probe)
    #expect(probe.screen.contains("last words") == (key == "\u{1B}f"))
  }

  @Test(arguments: [SIGTERM, SIGQUIT, SIGHUP]) func `signals that end it are heard`(
    number: Int32
  ) throws {
    let probe = try probe()
    probe.signal(number)
    #expect(try probe.waitForEnd() == .exit(0))
    try probe.wait(for: number == SIGHUP ? "ended by hungUp" : "ended by terminated")
    expectRestored(probe)
  }

  @Test func `it ends when its window is closed`() throws {
    let probe = try probe()
    probe.hangUp()
    _ = try probe.waitForEnd()
  }

  @Test func `what was written to standard error is shown afterwards`() throws {
    let probe = try probe()
    probe.type("\u{1B}m")
    try probe.wait(for: "last: Alt-M")
    #expect(!probe.screen.contains("warning"))
    try quit(probe)
    #expect(probe.screen.contains("a warning from below"))
  }

  @Test(arguments: [
    ("dumb", "can't place its cursor"), ("no-such-terminal", "no description"),
    ("", "no description"),
  ]) func `a terminal that can't be drawn on is refused in one line`(
    name: String,
    words: String
  ) throws {
    let probe = try Pty(["TerminalProbe"], environment: ["TERM": name])
    #expect(try probe.waitForEnd() == .exit(2))
    #expect(probe.screen.contains(words))
    #expect(!probe.output.contains(0x1B))
  }

  @Test func `an unknown kind of xterm is taken for the common one`() throws {
    let probe = try probe(["TERM": "xterm-unheard-of"])
    try quit(probe)
  }
}
