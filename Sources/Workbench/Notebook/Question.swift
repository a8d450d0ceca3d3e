package import Canvas

/// Something that has to be answered by a key before anything else goes on.
package struct Question: Sendable {
  package enum Answer: Hashable, Sendable {
    case saveAndQuit
    case quit
    case runStale(cell: Int)
    case allowCommands(cell: Int)
    case submit([String])
    case stay
  }

  package struct Choice: Sendable {
    package var keys: [Key]
    package var label: String
    package var answer: Answer
  }

  package var text: String
  package var choices: [Choice]

  /// Esc always stays.
  init(_ text: String, _ choices: [Choice]) {
    self.text = text
    self.choices =
      choices + [Choice(keys: [.escape, .character("n")], label: "stay", answer: .stay)]
  }

  func answer(to key: Key) -> Answer? { choices.first { $0.keys.contains(key) }?.answer }

  static func quit(isModified: Bool, isRunning: Bool) -> Question {
    if isModified {
      let running = isRunning ? "a line is running and " : ""
      return Question(
        "\(running)the session has unsaved changes",
        [
          Choice(keys: [.character("s")], label: "save and leave", answer: .saveAndQuit),
          Choice(keys: [.character("d")], label: "leave without saving", answer: .quit),
        ]
      )
    }
    return Question(
      isRunning ? "a line is running: leave anyway?" : "leave Assay?",
      [Choice(keys: [.character("y"), .enter, .control("c")], label: "leave", answer: .quit)]
    )
  }

  static func runStale(_ cell: Snapshot.Cell, reason: String) -> Question {
    Question(
      "\(reason): run '\(cell.source)' again?",
      [Choice(keys: [.character("y"), .enter], label: "run", answer: .runStale(cell: cell.id))]
    )
  }

  static func runCommand(_ request: Snapshot.ConsentRequest) -> Question {
    Question(
      "run '\(request.command)', and later commands of this session?",
      [
        Choice(keys: [.character("y")], label: "run", answer: .allowCommands(cell: request.cell))
      ]
    )
  }

  static func paste(_ lines: [String]) -> Question {
    Question(
      "run \(NumberFormat.count(lines.count, "pasted line")) in turn?",
      [Choice(keys: [.character("y"), .enter], label: "run", answer: .submit(lines))]
    )
  }
}
