import Diagnostics
import Foundation
import Language
import Synchronization
import Tables
import TestSupport
import Testing
import Workbench

struct SessionTests {
  private let folder: TemporaryFolder
  private let cancellation = Cancellation()
  private let penguins = "load \"\(repository)/samples/penguins_raw.csv\""

  init() throws { folder = try TemporaryFolder() }

  private func session(
    progress: @escaping @Sendable (Diagnostics.Progress) -> Void = { _ in }
  ) -> Session {
    Session(
      interpreter: Interpreter(),
      cancellation: cancellation,
      progress: progress,
      publish: { _ in }
    )
  }

  private func sources(_ session: Session) -> [String] { session.document.lines.map(\.source) }

  private func text(of path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  // MARK: Lines

  @Test func `a line that fails is shown, and is no edit`() {
    let session = session()
    session.submit([penguins, "drop Region"])
    #expect(session.undo())
    session.submit(["drop nowhere"])
    #expect(sources(session) == [penguins, "drop nowhere"])
    #expect(session.redo())
    #expect(sources(session) == [penguins, "drop Region"])
    session.submit(["drop nowhere"])
    #expect(session.undo())
    #expect(sources(session) == [penguins])
  }

  @Test func `an edit that fails changes nothing and says why`() throws {
    let session = session()
    session.submit([penguins, "drop Region", "drop Stage"])
    let line = session.document.lines[1].id
    #expect(throws: Diagnostic.self) { try session.edit(line, "drop nowhere") }
    #expect(sources(session) == [penguins, "drop Region", "drop Stage"])
    try session.edit(line, "drop Island")
    #expect(sources(session) == [penguins, "drop Island", "drop Stage"])
    #expect(session.study.frame.columnCount == 17)
    #expect(session.undo())
    #expect(sources(session)[1] == "drop Region")
  }

  @Test func `lines that no longer run stay in the session`() throws {
    let session = session()
    session.submit([penguins, "drop Region", "rename Stage=phase", "drop phase"])
    try session.remove(session.document.lines[2].id)
    #expect(sources(session) == [penguins, "drop Region", "drop phase"])
    guard case .failed = session.document.lines[2].state else {
      Issue.record("the last line should have failed")
      return
    }
    #expect(session.document.script.lines.count == 3)
  }

  // MARK: Stopping

  @Test func `an edit that is stopped leaves all as it was`() throws {
    let counted = CountedStop(cancellation)
    let session = session { _ in counted.count() }
    session.submit([
      penguins, "keep Species :number", "impute median :number", "target Species",
      "train tree",
    ])
    counted.limit = 3
    let line = session.document.lines[1].id
    let fault = #expect(throws: Diagnostic.self) {
      try session.edit(line, "keep Species Island :number")
    }
    #expect(fault?.kind == .cancelled)
    #expect(sources(session)[1] == "keep Species :number")
    guard case .done = session.document.lines[4].state else {
      Issue.record("the models should still be there")
      return
    }
  }

  @Test func `the end of the program stops lines and keeps them`() {
    let session = session()
    session.submit([penguins])
    cancellation.cancelForGood()
    session.submit(["drop Region"])
    #expect(session.document.script.text == "\(penguins)\ndrop Region\n")
  }

  // MARK: Files

  @Test func `a dataset just opened is nothing to save`() throws {
    let session = session()
    try session.open("\(repository)/samples/penguins_raw.csv")
    #expect(!session.isModified)
    session.submit(["drop Region"])
    #expect(session.isModified)
    _ = session.undo()
    #expect(!session.isModified)
  }

  @Test func `a session that fails on reopening is saved again as it was`() throws {
    let text =
      "#!/usr/bin/env -S assay run\n## Gone\n\nload \"gone.csv\"\ndrop a # why\nwrong line\n"
    let path = try folder.file("gone.assay", text)
    let session = session()
    try session.open(path)
    #expect(session.study.frame.rowCount == 0)
    #expect(!session.isModified)
    #expect(try session.save(to: nil) == path)
    #expect(try self.text(of: path) == text)
  }

  @Test func `saving elsewhere keeps paths, also those that undo brings back`() throws {
    let session = session()
    _ = try folder.file("data.csv", "a,b\n1,2\n3,4\n")
    try FileManager.default.createDirectory(
      atPath: folder.path + "/sub",
      withIntermediateDirectories: true
    )
    let first = try folder.file("first.assay", "load \"data.csv\"\ndrop a\n")
    try session.open(first)
    try session.remove(session.document.lines[0].id)
    let second = try session.save(to: folder.path + "/sub/second")
    #expect(session.undo())
    #expect(try session.save(to: nil) == second)
    #expect(try text(of: second) == "load \"../data.csv\"\ndrop a\n")
    let again = self.session()
    try again.open(second)
    #expect(again.study.frame.rowCount == 2)
  }

  @Test func `saving that fails changes neither lines nor name`() throws {
    let session = session()
    try session.open(try folder.file("mine.assay", "load \"data.csv\"\n"))
    session.submit(["## A note"])
    let fault = #expect(throws: Diagnostic.self) {
      try session.save(to: folder.path + "/nowhere/else.assay")
    }
    #expect(fault?.kind == .file)
    #expect(sources(session) == ["load \"data.csv\"", "## A note"])
    #expect(session.path == folder.path + "/mine.assay")
    #expect(session.isModified)
  }

  @Test func `another session is replaced at the second try only`() throws {
    let other = try folder.file("other.assay", "## Theirs\n")
    let session = session()
    session.submit(["## Mine"])
    #expect(throws: Diagnostic.self) { try session.save(to: other) }
    #expect(try text(of: other) == "## Theirs\n")
    #expect(try session.save(to: other) == other)
    #expect(try text(of: other) == "## Mine\n")
    try "## Theirs again\n".write(toFile: other, atomically: true, encoding: .utf8)
    #expect(throws: Diagnostic.self) { try session.save(to: nil) }
    #expect(try session.save(to: nil, isForced: true) == other)
  }
}

/// Cancels after so many words of progress.
private final class CountedStop: Sendable {
  private let cancellation: Cancellation
  private let left = Atomic<Int>(.max)

  init(_ cancellation: Cancellation) { self.cancellation = cancellation }

  var limit: Int {
    get { left.load(ordering: .relaxed) }
    set { left.store(newValue, ordering: .relaxed) }
  }

  func count() {
    if left.subtract(1, ordering: .relaxed).newValue == 0 { cancellation.cancel() }
  }
}
