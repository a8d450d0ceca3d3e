import Diagnostics
import Tables
import Testing

@Suite struct OutsideProgramTests {
  private func run(_ command: String, _ report: Report = .silent) throws -> any ByteSource {
    try OutsideProgram(command: command).output(report)
  }

  private func text(_ source: any ByteSource) throws -> String {
    String(decoding: try source.allBytes().bytes, as: UTF8.self)
  }

  @Test func `the output can be read as often as needed`() throws {
    let output = try run("printf 'a,b\\n1,2\\n'")
    #expect(output.byteCount == 8)
    #expect(try text(output) == "a,b\n1,2\n")
    #expect(try text(output) == "a,b\n1,2\n")
  }

  @Test func `a status other than 0 is an error with what was said`() {
    let fault = #expect(throws: Diagnostic.self) {
      try run("echo a; echo no such host >&2; exit 3")
    }
    #expect(fault?.message.hasSuffix("ended with status 3: no such host") == true)
    let unknown = #expect(throws: Diagnostic.self) { try run("assay-no-such-program") }
    #expect(unknown?.message.contains("not found") == true)
  }

  @Test func `when a signal ended it after some rows, they are kept with a reason`() throws {
    let output = try run("printf 'a\\n1\\n'; kill -KILL $$")
    let (bytes, shortfall) = try output.allBytes()
    #expect(bytes.count == 4)
    #expect(shortfall?.hasSuffix("was ended by signal 9, behind byte 4 of its output") == true)
    let table = try CSVReader().read(output, ReadingContext())
    let early = table.warnings.filter { $0.hasPrefix("the table ends early, behind row 1: ") }
    #expect(early.count == 1 && early[0].hasSuffix("behind byte 4 of its output"))
    #expect(throws: Diagnostic.self) { try run("kill -KILL $$") }
  }

  @Test func `stopping it ends it and what it started`() throws {
    let fault = #expect(throws: Diagnostic.self) {
      try run("sleep 60 | cat", Report { (_) throws(Diagnostic) in throw .cancelled })
    }
    #expect(fault?.kind == .cancelled)
  }

  @Test func `it has no keyboard and no terminal`() throws {
    #expect(try text(run("cat; [ -t 0 ] || echo none")) == "none\n")
  }

  @Test func `it runs in the folder it is given`() throws {
    let output = try OutsideProgram(command: "pwd", folder: "/usr").output(.silent)
    #expect(try text(output) == "/usr\n")
  }
}
