import Diagnostics
import Foundation
import Language
import Tables
import TestSupport
import Testing
import Workbench

@Suite struct LoadCommandTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func lines(_ consent: CommandConsent.Policy = .allows) throws -> Lines {
    try Lines(folder: folder.path, consent: CommandConsent(consent))
  }

  @Test func `the format is found out and told`() throws {
    _ = try folder.file("a.jsonl", "{\"a\":1}\n{\"a\":2}\n")
    var lines = try lines()
    let result = try lines.run("load \"a.jsonl\"")
    #expect(result["format"].string == "jsonl")
    #expect(result["dialect"].json == .null)
    #expect(result["sha256"].string?.count == 64)
    _ = try folder.file("b.txt", "a,b\n1,2\n")
    let text = try lines.run("load \"b.txt\" format=csv")
    #expect(text["format"].string == "csv" && text["dialect", "delimiter"].string == ",")
  }

  @Test func `an option of another format is refused`() throws {
    _ = try folder.file("a.jsonl", "{\"a\":1}\n{\"a\":2}\n")
    let lines = try lines()
    let fault = lines.fault("load \"a.jsonl\" delimiter=\";\"")
    #expect(fault?.message == "delimiter= isn't for jsonl files, only for csv")
    #expect(lines.fault("load \"a.jsonl\" format=jsn")?.hint == "format=json")
    #expect(lines.fault("load \"a.jsonl\" table=a query=\"select 1\"") != nil)
    #expect(lines.fault("load \"a.jsonl\" file=month")?.message.contains("several files") == true)
    #expect(lines.fault("load") != nil)
  }

  @Test func `kinds and rows are said outright`() throws {
    _ = try folder.file("a.csv", "zip,n,s\n01234,1,x\n10115,2,y\n10117,z,y\n")
    var lines = try lines()
    try lines.run("load \"a.csv\" text=zip number=n category=s")
    #expect(lines.study.frame.columns.map(\.kind) == [.text, .number, .category])
    #expect(try lines.study.frame.column(named: "n").unreadable == [2: "z"])
    #expect(lines.fault("load \"a.csv\" text=zip number=zip") != nil)
    let limited = try folder.file("b.jsonl", "{\"a\":1}\n{\"a\":2}\n{\"a\":3}\n")
    #expect(try lines.run("load \"\(limited)\" rows=2")["rows"].int == 2)
  }

  @Test func `files of one shape are one table`() throws {
    _ = try folder.file("m-1.csv", "id,zip,x\n1,123,0.5\n2,456,1.5\n")
    _ = try folder.file("m-2.csv", "x,id,zip\n2,3,0789\n")
    _ = try folder.file("m-3.csv", "id,zip\n4,12a\n")
    var lines = try lines()
    let result = try lines.run("load \"m-*.csv\" file=month")
    #expect(result["rows"].int == 4)
    let frame = lines.study.frame
    #expect(frame.names == ["id", "zip", "x", "month"])
    #expect(try frame.column(named: "id").values == [1, 2, 3, 4].map { .integer($0) })
    #expect(
      try frame.column(named: "zip").values.map(\.plainText) == ["123", "456", "0789", "12a"]
    )
    #expect(
      try frame.column(named: "x").values == [.number(0.5), .number(1.5), .number(2), .missing]
    )
    #expect(try frame.column(named: "month").value(at: 2) == .text("m-2.csv"))
    #expect(lines.warnings.contains("'m-3.csv' has no 'x': missing in its rows"))
    #expect(lines.warnings.contains { $0.hasPrefix("column 'zip' is of one kind in some files") })
    #expect(lines.fault("load \"n-*.csv\"")?.message.contains("no file matches") == true)
    _ = try folder.file("m-4.csv", "other\n1\n2\n")
    #expect(
      lines.fault("load \"m-*.csv\"")?.message
        == "'m-4.csv' has no column in common with 'm-1.csv', expected 'id', 'zip', 'x'"
    )
  }

  // MARK: Commands

  @Test func `what a program prints is read, in the session's folder`() throws {
    _ = try folder.file("a.csv", "a,b\n1,2\n3,4\n")
    var lines = try lines()
    let result = try lines.run("load command=\"cat a.csv\"")
    #expect(result["rows"].int == 2)
    #expect(lines.study.source?.path == "cat a.csv")
    let json = try lines.run("load command=\"echo '{\\\"a\\\":1}'\" format=jsonl")
    #expect(json["format"].string == "jsonl")
    let fault = lines.fault("load command=\"echo no host >&2; exit 2\"")
    #expect(fault?.message.hasSuffix("ended with status 2: no host") == true)
  }

  @Test func `without a yes nothing runs`() throws {
    let mark = folder.path + "/ran"
    let line = "load command=\"touch \(mark); echo a; echo 1\""
    let refused = try lines(.refuses).fault(line)
    #expect(refused?.kind == .usage)
    #expect(refused?.message.contains("--allow-commands") == true)
    let asked = try lines(.asks).fault(line)
    #expect(asked?.kind == .stale)
    #expect(try lines(.asks).fault(line, isReplay: true)?.kind == .stale)
    #expect(!FileManager.default.fileExists(atPath: mark))
  }

  @Test func `parquet needs a yes too`() throws {
    let line = "load \"\(repository)/Tests/Oracles/sources/rows.parquet\""
    #expect(try lines(.refuses).fault(line)?.message.contains("duckdb") == true)
    #expect(try lines(.asks).fault(line)?.kind == .stale)
  }

  @Test func `a replay takes what the program gave`() throws {
    let line = "load command=\"echo x >> count; echo a; cat count | wc -l\""
    var lines = try lines()
    try lines.run(line)
    try lines.run(line, isReplay: true)
    #expect(try lines.study.frame.column(named: "a").value(at: 0) == .integer(1))
    try lines.run(line)
    #expect(try lines.study.frame.column(named: "a").value(at: 0) == .integer(2))
  }
}
