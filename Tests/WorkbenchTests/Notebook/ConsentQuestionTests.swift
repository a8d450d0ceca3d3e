import Canvas
import Language
import Testing
import Workbench

/// The question before an outside program runs.
@Suite struct ConsentQuestionTests {
  private func state(_ number: Int) -> Snapshot {
    var snapshot = Snapshot()
    let line = "load command=\"psql --csv\""
    snapshot.cells = [
      Snapshot.Cell(id: 4, source: line, content: .call, state: .stale("runs after a yes", nil))
    ]
    snapshot.consentRequest = Snapshot.ConsentRequest(
      number: number,
      cell: 4,
      command: "psql --csv"
    )
    return snapshot
  }

  private func drawn(_ state: NotebookState) -> String {
    state.draw(in: Size(100, 24), rendering: .full).grid.description
  }

  private func press(_ character: Character, _ state: inout NotebookState) -> [Effect] {
    state.update(.input(.key(.character(character))))
  }

  @Test func `the command is shown, and only y runs it`() {
    var state = NotebookState(vocabulary: .standard, size: Size(100, 24))
    #expect(state.update(.snapshot(self.state(1))).isEmpty)
    #expect(drawn(state).contains("run 'psql --csv', and later commands of this session?"))
    #expect(press("x", &state).isEmpty)
    #expect(state.update(.input(.key(.enter))).isEmpty)
    let effects = press("y", &state)
    #expect(effects.count == 1)
    guard case .allowCommands(cell: 4)? = effects.first else {
      Issue.record("expected a yes, found \(effects)")
      return
    }
  }

  @Test func `after a no it is not asked again by itself`() {
    var state = NotebookState(vocabulary: .standard, size: Size(100, 24))
    _ = state.update(.snapshot(self.state(1)))
    #expect(press("n", &state).isEmpty)
    _ = state.update(.snapshot(self.state(1)))
    #expect(!drawn(state).contains("later commands"))
    _ = state.update(.snapshot(self.state(2)))
    #expect(drawn(state).contains("later commands"))
  }
}
