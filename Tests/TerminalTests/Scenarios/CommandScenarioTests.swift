import Diagnostics
import Foundation
import Glibc
import Testing

/// The program without a terminal: exit codes, streams and options.
struct CommandScenarioTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  @Test func `the workbench without a terminal says in one line what to do`() throws {
    let result = try desk.run(["samples/penguins_raw.csv"])
    #expect(result.status == 2)
    #expect(result.output == "")
    #expect(result.errors.split(separator: "\n").count == 1)
    #expect(result.errors.contains("assay run"))
  }

  @Test(arguments: [
    ["run"], ["run", "--width", "x", "-"], ["run", "--width", "5", "-"],
    ["run", "--nonsense", "-"],
    ["run", "--set", "x", "-"], ["a", "b"],
  ]) func `wrong usage ends with 2`(arguments: [String]) throws {
    let result = try desk.run(arguments)
    #expect(result.status == 2)
    #expect(result.output == "")
    #expect(result.errors.contains("Usage: assay") || result.errors.contains("assay: "))
  }

  @Test(arguments: [["--help"], ["run", "--help"], ["repl", "--help"], ["predict", "--help"]])
  func `help goes to standard output`(arguments: [String]) throws {
    let result = try desk.run(arguments)
    #expect(result.status == 0)
    #expect(result.output.contains("USAGE: assay"))
    #expect(result.errors == "")
  }

  @Test func `sessions run one after the other, up to the first that fails`() throws {
    try desk.write("load \"samples/penguins_raw.csv\"\nfreq Island\n", to: "a.assay")
    try desk.write("load \"samples/penguins_raw.csv\"\nfreq Nowhere\nfreq Sex\n", to: "b.assay")
    let result = try desk.run(["run", "a.assay", "b.assay", "a.assay"])
    #expect(result.status == 1)
    #expect(result.output.components(separatedBy: "Biscoe").count == 2)
    #expect(result.errors.hasPrefix("b.assay:2:6: no column 'Nowhere'"))
    #expect(result.errors.contains("       ^~~~~~~"))
    let missing = try desk.run(["run", "c.assay"])
    #expect(missing.status == 1)
    #expect(missing.errors.contains("no file 'c.assay'"))
  }

  @Test func `params, data and width are given from outside`() throws {
    try desk.write("x\n1\n2\n3\n", to: "small.csv")
    try desk.write(
      "load \"samples/penguins_raw.csv\"\nparam least = 1\nfilter x > $least\nhead\n",
      to: "a.assay"
    )
    let result = try desk.run([
      "run", "--data", "small.csv", "--set", "least=2", "--width", "40", "a.assay",
    ])
    #expect(result.errors == "")
    #expect(result.status == 0)
    #expect(result.output.contains("1 row"))
    #expect(result.output.split(separator: "\n").allSatisfy { $0.count <= 40 })
  }

  @Test func `an error as JSON has the contract's keys and is the last object`() throws {
    let result = try desk.run(
      ["run", "--json", "-"],
      input: "load \"samples/penguins_raw.csv\"\n\nfreq Iland\nhead\n"
    )
    #expect(result.status == 1)
    let lines = result.output.split(separator: "\n")
    #expect(lines.count == 2)
    let object = try JSONSerialization.jsonObject(with: Data(lines[1].utf8)) as? [String: Any]
    #expect(object?["line"] as? Int == 3)
    #expect(object?["command"] as? String == "freq Iland")
    #expect(object?["kind"] as? String == "freq")
    let fault = object?["error"] as? [String: Any]
    #expect(fault?["hint"] as? String == "Island")
    #expect(fault?["at"] as? [String: Int] == ["start": 5, "end": 10])
    #expect(object?["result"] == nil)
  }

  @Test func `a closed pipe ends it silently`() throws {
    let pty = try Pty(
      ["/bin/sh", "-c", "'\(Pty.buildFolder)/assay' run - <in.assay | head -1; echo done"],
      rows: 60,
      folder: try filled()
    )
    try pty.wait(for: "done")
    #expect(try pty.waitForEnd() == .exit(0))
    #expect(pty.screen.text.split(separator: "\n").count == 2)
  }

  private func filled() throws -> String {
    let looks = Array(repeating: "head 30", count: 200).joined(separator: "\n")
    try desk.write("load \"samples/penguins_raw.csv\"\n\(looks)\n", to: "in.assay")
    return desk.folder
  }

  @Test func `Ctrl-C ends a run with 130`() throws {
    let lines = "load \"samples/ohio_houses.csv\"\ntarget price\nkeep :number\nsplit 60/20/20\n"
    try desk.write(lines + "train forest trees=3000\n", to: "long.assay")
    let pty = try desk.start("run", "long.assay")
    try pty.wait(for: "/3,000")
    pty.type(Pty.control("C"))
    #expect(try pty.waitForEnd() == .exit(130))
    try pty.wait(for: "stopped")
  }
}
