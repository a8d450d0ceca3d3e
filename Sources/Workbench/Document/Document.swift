import Diagnostics
package import Language

/// The session: lines, each with the study after it.
///
/// Undo and redo are over edits of the document. They restore lines with their studies and outcomes,
/// so nothing runs again.
package struct Document: Sendable {
  package struct Line: Sendable, Identifiable {
    package let id: Int
    package var source: String
    package var content: Script.Content
    package var state: Snapshot.State
    /// What is known after this line; as before it, when it failed or waits.
    package var study: Study
    /// A line that failed when it was first tried: shown, but no part of the session.
    package var isRefused: Bool
  }

  package private(set) var lines: [Line] = []
  package private(set) var past: [[Line]] = []
  package private(set) var future: [[Line]] = []
  /// What could be redone before the present edit began.
  private var futureBefore: [[Line]] = []
  private var nextID = 1

  package init() {}

  package var study: Study { lines.last?.study ?? Study() }

  package func study(before index: Int) -> Study {
    index > 0 ? lines[index - 1].study : Study()
  }

  package func index(of id: Int) -> Int? { lines.firstIndex { $0.id == id } }

  /// The session's lines, as they are saved.
  package var script: Script {
    var number = 1
    return Script(
      lines: lines.filter { !$0.isRefused }.map { line in
        defer {
          number += line.source.split(separator: "\n", omittingEmptySubsequences: false).count
        }
        return Script.Line(number: number, source: line.source)
      }
    )
  }

  // MARK: Edits

  /// Begins an edit that one undo takes back. Refused lines go: they have been seen.
  package mutating func beginEdit() {
    forgetRefused()
    past.append(lines)
    futureBefore = future
    future.removeAll()
  }

  /// Takes back an edit that came to nothing, as if it had not begun.
  package mutating func abandonEdit() {
    guard let before = past.popLast() else { return }
    lines = before
    future = futureBefore
  }

  /// Ends an edit that did nothing but show a refused line, which is no edit: undo and redo stay as
  /// they were.
  package mutating func refuseEdit() {
    guard past.popLast() != nil else { return }
    future = futureBefore
  }

  package mutating func forgetRefused() { lines.removeAll(where: \.isRefused) }

  package mutating func undo() -> Bool {
    guard let before = past.popLast() else { return false }
    forgetRefused()
    future.append(lines)
    lines = before
    return true
  }

  package mutating func redo() -> Bool {
    guard let after = future.popLast() else { return false }
    forgetRefused()
    past.append(lines)
    lines = after
    return true
  }

  /// Writes calls another way without changing what they mean, also those that undo and redo
  /// bring back.
  package mutating func rewriteCalls(_ rewrite: (String) -> String) {
    func rewritten(_ lines: [Line]) -> [Line] {
      lines.map { line in
        guard line.content == .call else { return line }
        var line = line
        line.source = rewrite(line.source)
        return line
      }
    }
    lines = rewritten(lines)
    past = past.map(rewritten)
    future = future.map(rewritten)
  }

  /// Adds a line at the end, not run yet.
  @discardableResult
  package mutating func append(_ source: String) -> Int {
    let line = Line(
      id: nextID,
      source: source,
      content: Script.Content(source),
      state: .waiting,
      study: study,
      isRefused: false
    )
    nextID += 1
    lines.append(line)
    return lines.count - 1
  }

  package mutating func remove(at index: Int) { lines.remove(at: index) }

  package mutating func setSource(_ source: String, at index: Int) {
    lines[index].source = source
    lines[index].content = Script.Content(source)
  }

  package mutating func setState(_ state: Snapshot.State, at index: Int) {
    lines[index].state = state
  }

  /// The line is then what the outcome says it is.
  package mutating func finish(_ index: Int, _ result: Interpreter.Result) {
    if let line = result.outcome.line { setSource(line, at: index) }
    lines[index].state = .done(result.outcome)
    lines[index].study = result.study
  }

  /// The study stays as it was before the line.
  package mutating func finish(_ index: Int, failing state: Snapshot.State, isRefused: Bool) {
    lines[index].study = study(before: index)
    lines[index].state = state
    lines[index].isRefused = isRefused
  }

  /// Prose is done at once.
  package mutating func finishText(_ index: Int) {
    lines[index].state = .done(Outcome())
    lines[index].study = study(before: index)
  }

  /// The lines before one, for provenance.
  package func history(upTo index: Int) -> [String] {
    lines[...index].filter { !$0.isRefused && $0.content == .call }.map(\.source)
  }
}
