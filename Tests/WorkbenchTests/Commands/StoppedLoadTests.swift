import Diagnostics
import Language
import Tables
import TestSupport
import Testing
import Workbench

/// A `load` that someone has ended because the rows so far are enough.
@Suite struct StoppedLoadTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Stopped as soon as it tells how far it is.
  private func stopped(_ line: String) throws -> Interpreter.Result {
    let enough = Cancellation()
    return try Interpreter(folder: folder.path).run(
      line,
      in: Study(),
      report: Report { (_) throws(Diagnostic) in enough.cancel() },
      watch: RunWatch(enough: enough)
    )
  }

  private func replayed(_ line: String) throws -> Interpreter.Result {
    try Interpreter(folder: folder.path).run(line, in: Study(), isReplay: true)
  }

  private func rows(_ count: Int) -> String {
    "n,t\n" + (0..<count).map { "\($0),some text that takes room \($0 % 7)\n" }.joined()
  }

  @Test func `the rows so far are kept with a word, and the line says how many`() throws {
    _ = try folder.file("a.csv", rows(200_000))
    let result = try stopped("load \"a.csv\" missing=\"-\"   # what came  yesterday")
    let count = result.study.frame.rowCount
    #expect(count > 0 && count < 200_000)
    let line = try #require(result.outcome.line)
    #expect(line == "load \"a.csv\" missing=\"-\" rows=\(count) # what came  yesterday")
    let warning = try #require(result.outcome.warnings.first)
    #expect(result.outcome.warnings.count == 1)
    #expect(warning.hasPrefix("reading was stopped: the first "))
    #expect(warning.filter(\.isNumber) == "\(count)")
    let again = try replayed(line)
    #expect(again.study.frame == result.study.frame)
    #expect(again.outcome.warnings.isEmpty)
    #expect(again.outcome.line == nil)
  }

  @Test func `whoever stops it when all has been read gets all, without a word`() throws {
    _ = try folder.file("a.csv", rows(50))
    let result = try stopped("load \"a.csv\"  # all")
    #expect(result.study.frame.rowCount == 50)
    #expect(result.outcome.warnings.isEmpty)
    #expect(result.outcome.line == nil)
  }

  @Test func `of several files those that weren't come to are left out`() throws {
    _ = try folder.file("m-1.csv", rows(50))
    _ = try folder.file("m-2.csv", "n,t\nfirst,x\n")
    let result = try stopped("load \"m-*.csv\"")
    #expect(result.study.frame.rowCount == 50)
    #expect(result.outcome.line == "load \"m-*.csv\" rows=50")
    #expect(result.outcome.warnings.first?.contains("the first 50 rows are kept") == true)
    #expect(try replayed("load \"m-*.csv\" rows=50").study.frame == result.study.frame)
  }

  @Test func `files whose kinds differ keep as many rows as were read`() throws {
    _ = try folder.file("m-1.csv", "n,t\nfirst,x\nfirst,y\n")
    _ = try folder.file("m-2.csv", rows(200_000))
    let enough = Cancellation()
    let result = try Interpreter(folder: folder.path).run(
      "load \"m-*.csv\"",
      in: Study(),
      report: Report { (progress) throws(Diagnostic) in
        if progress.done > 100_000 { enough.cancel() }
      },
      watch: RunWatch(enough: enough)
    )
    let count = result.study.frame.rowCount
    #expect(count > 2 && count < 200_000)
    #expect(result.outcome.line == "load \"m-*.csv\" rows=\(count)")
    #expect(try replayed("load \"m-*.csv\" rows=\(count)").study.frame == result.study.frame)
  }
}
