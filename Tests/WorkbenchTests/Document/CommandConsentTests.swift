import Diagnostics
import Foundation
import Tables
import TestSupport
import Testing
import Workbench

@Suite struct CommandConsentTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func session() -> Session {
    Session(
      interpreter: Interpreter(consent: CommandConsent(.asks)),
      cancellation: Cancellation(),
      progress: { _ in },
      publish: { _ in }
    )
  }

  private var runCount: Int {
    (try? String(contentsOfFile: folder.path + "/count", encoding: .utf8))?.count ?? 0
  }

  private var command: String {
    "load command=\"printf x >> \(folder.path)/count; echo a; echo 1; echo 2\""
  }

  private func states(_ session: Session) -> [String] {
    session.document.lines.map { line in
      switch line.state {
      case .waiting: "waiting"
      case .running: "running"
      case .done: "done"
      case .failed: "failed"
      case .stale: "stale"
      }
    }
  }

  @Test func `a stranger's session runs nothing until there is a yes`() throws {
    let path = try folder.file("theirs.assay", "\(command)\nhead 1\n\(command)\n")
    let session = session()
    try session.open(path)
    #expect(runCount == 0)
    #expect(states(session) == ["stale", "failed", "stale"])
    let request = session.consentRequest
    #expect(request?.cell == session.document.lines[0].id)
    #expect(request?.command.contains("printf x") == true)
    // Another yes than the one to programs isn't one.
    try session.resolveStale(session.document.lines[0].id)
    #expect(runCount == 0)
    #expect((session.consentRequest?.number ?? 0) > (request?.number ?? 0))
    try session.allowCommands(session.document.lines[0].id)
    #expect(states(session) == ["done", "done", "done"])
    #expect(session.consentRequest == nil)
    #expect(session.study.frame.rowCount == 2)
  }

  @Test func `what was typed with the line waits with it`() throws {
    let session = session()
    session.submit([command, "head 1", "drop nowhere"])
    #expect(runCount == 0)
    #expect(states(session) == ["stale", "stale", "stale"])
    try session.allowCommands(session.document.lines[0].id)
    #expect(states(session) == ["done", "done", "failed"])
    #expect(runCount == 1)
  }

  @Test func `a yes holds for the session, and edits run nothing again`() throws {
    let session = session()
    session.submit([command])
    try session.allowCommands(session.document.lines[0].id)
    session.submit(["filter a > 1", "head"])
    #expect(runCount == 1)
    try session.edit(session.document.lines[1].id, "filter a > 0")
    try session.remove(session.document.lines[1].id)
    #expect(session.undo())
    #expect(runCount == 1)
    session.submit([command])
    #expect(runCount == 2)
  }
}
