import Foundation
import Testing

/// Data that aren't in a file: from a program, from standard input.
struct SourceScenarioTests {
  @Test func `a stranger's session runs no program until there is a yes`() throws {
    let desk = try Desk()
    try desk.write(
      "load command=\"touch ran; printf 'a,b\\\\n1,2\\\\n3,4\\\\n'\"\nhead 1\n",
      to: "theirs.assay"
    )
    let pty = try desk.start("theirs.assay")
    try pty.wait(for: "later commands of this session?")
    #expect(!FileManager.default.fileExists(atPath: desk.folder + "/ran"))
    pty.type("y")
    try pty.wait { $0.row(0).contains("2 × 2") }
    #expect(FileManager.default.fileExists(atPath: desk.folder + "/ran"))
    #expect(try pty.quit() == .exit(0))
  }

  @Test func `without a yes on the command line no program runs`() throws {
    let desk = try Desk()
    let line = "load command=\"touch ran; printf 'a,b\\\\n1,2\\\\n'\"\n"
    let refused = try desk.run(["run", "-"], input: line)
    #expect(refused.status == 1)
    #expect(refused.errors.contains("--allow-commands"))
    #expect(try desk.run(["repl"], input: line).status == 1)
    #expect(!FileManager.default.fileExists(atPath: desk.folder + "/ran"))
    let allowed = try desk.run(["run", "--allow-commands", "-"], input: line)
    #expect(allowed.status == 0)
    #expect(allowed.output.contains("1 row, 2 columns"))
  }

  @Test func `standard input is kept, and the line names the copy`() throws {
    let desk = try Desk()
    try desk.write("load \"-\"  # as it came\ndescribe a\n", to: "s.assay")
    let result = try desk.run(
      ["run", "s.assay"],
      input: "a,b\n1,x\n2,y\n",
      environment: ["XDG_STATE_HOME": desk.folder + "/state"]
    )
    #expect(result.status == 0)
    let copies = try FileManager.default.contentsOfDirectory(
      atPath: desk.folder + "/state/assay/stdin"
    )
    #expect(copies.count == 1)
    #expect(copies.first?.hasSuffix(".csv") == true)
    let line = "load \"\(desk.folder)/state/assay/stdin/\(copies[0])\" # as it came"
    #expect(result.output.contains(line))
    #expect(try desk.text(of: "state/assay/stdin/\(copies[0])") == "a,b\n1,x\n2,y\n")
  }
}
