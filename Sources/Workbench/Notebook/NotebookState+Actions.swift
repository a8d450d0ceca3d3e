import Canvas
import Language

extension NotebookState {
  /// Does what a key, the palette or the help asks for, where keys go now.
  mutating func perform(_ action: KeyAction) -> [Effect] {
    if let effects = performAnywhere(action) { return effects }
    switch context {
    case .commandLine: return performInCommandLine(action)
    case .cells: return performInCells(action)
    case .pager: return performInPager(action)
    case .table: return performInTable(action)
    case .attributes: return performInAttributes(action)
    case .list: return performInList(action)
    case .prompt: return performInPrompt(action)
    }
  }

  /// Nil for an action that means different things in different places.
  private mutating func performAnywhere(_ action: KeyAction) -> [Effect]? {
    switch action {
    case .interrupt: return interrupt()
    case .quit:
      guard snapshot.isModified || isRunning else { return [.quit] }
      question = .quit(isModified: snapshot.isModified, isRunning: isRunning)
      return []
    case .save: return save(thenQuit: false)
    case .palette:
      screens.append(.list(.palette(in: listContext, vocabulary)))
      return []
    case .help:
      openHelp()
      return []
    case .suspend: return [.suspend]
    case .repaint: return [.repaint]
    case .commandLine:
      closeScreens()
      isInCells = false
      return []
    case .undo:
      guard snapshot.canUndo else { return silent("nothing to undo") }
      return [.undo]
    case .redo:
      guard snapshot.canRedo else { return silent("nothing to redo") }
      return [.redo]
    case .sessionText:
      showsSessionText.toggle()
      return []
    case .table: return openTable(.table)
    case .attributes: return openTable(.attributes)
    case .find where !context.takesText:
      screens.append(.prompt(Prompt(.find)))
      return []
    default: return nil
    }
  }

  /// Says why nothing is done.
  mutating func silent(_ text: String) -> [Effect] {
    say(text)
    return []
  }

  private mutating func openTable(_ use: TableContent.Use) -> [Effect] {
    // A line that runs may bring them.
    guard snapshot.status.dataset != nil || isRunning else {
      return silent("no data yet: load \"file.csv\"")
    }
    return [.openTable(use)]
  }

  /// The place a list was opened from.
  private var listContext: KeyContext {
    let below = screens.last { if case .list = $0 { false } else { true } }
    return below?.context ?? (isInCells ? .cells : .commandLine)
  }

  mutating func openHelp(query: String = "") {
    if case .list(let list) = screens.last, list.title == "help" { return }
    let verb = context == .commandLine ? LineLexer.tokens(of: commandLine.text).first?.text : nil
    let help = PickList.help(for: listContext, verb: verb, vocabulary, query: query)
    screens.append(.list(help))
  }

  private mutating func interrupt() -> [Effect] {
    pendingKeys = []
    if isRunning, !hasCancelled {
      hasCancelled = true
      sayOfRun("stopping; Ctrl-C again offers to leave")
      return [.cancel]
    }
    if !isRunning, context == .commandLine, !commandLine.text.isEmpty {
      commandLine.clear()
      return []
    }
    question = .quit(isModified: snapshot.isModified, isRunning: isRunning)
    return []
  }

  mutating func save(thenQuit: Bool) -> [Effect] {
    quitsWhenSaved = thenQuit
    if snapshot.path != nil { return [.save(path: nil)] }
    screens.append(.prompt(Prompt(.save(thenQuit: thenQuit), standard: suggestedName)))
    return []
  }

  /// The data's name as a session's.
  private var suggestedName: String {
    let file = snapshot.status.dataset?.split(separator: "/").last.map(String.init) ?? "session"
    let stem = file.split(separator: ".").first.map(String.init) ?? "session"
    return stem + ".assay"
  }

  // MARK: Lists and prompts

  private mutating func performInList(_ action: KeyAction) -> [Effect] {
    guard case .list(var list) = screens.last else { return [] }
    let page = max(1, viewSize.height - 2)
    switch action {
    case .back:
      screens.removeLast()
      return []
    case .submit:
      guard let target = list.choice?.target else { return [] }
      screens.removeLast()
      return take(target)
    case .up: list.move(by: -1)
    case .down: list.move(by: 1)
    case .pageUp: list.move(by: -page)
    case .pageDown: list.move(by: page)
    default: _ = list.perform(action)
    }
    screens[screens.count - 1] = .list(list)
    return []
  }

  mutating func take(_ target: PickList.Target) -> [Effect] {
    switch target {
    case .action(let action):
      let isForCells = KeyTable.bindings(in: .cells).contains { $0.action == action }
      if context == .commandLine, isForCells, !action.worksFromAnywhere { isInCells = true }
      return perform(action)
    case .line(let line):
      closeScreens()
      isInCells = false
      commandLine.take(line)
      return []
    }
  }

  private mutating func performInPrompt(_ action: KeyAction) -> [Effect] {
    guard case .prompt(var prompt) = screens.last else { return [] }
    switch action {
    case .back:
      screens.removeLast()
      quitsWhenSaved = false
      return []
    case .submit:
      screens.removeLast()
      return take(prompt)
    default:
      _ = prompt.editor.perform(action)
      screens[screens.count - 1] = .prompt(prompt)
      return []
    }
  }

  private mutating func take(_ prompt: Prompt) -> [Effect] {
    let text = prompt.answer
    switch prompt.purpose {
    case .find: return find(text)
    case .save(let thenQuit):
      guard !text.isEmpty else { return silent("not saved: it needs a name") }
      quitsWhenSaved = thenQuit
      return [.save(path: text.hasSuffix(".assay") ? text : text + ".assay")]
    case .row: return goToRow(text)
    case .column: return goToColumn(text)
    }
  }

  /// Where `/` was pressed.
  private mutating func find(_ text: String) -> [Effect] {
    guard !text.isEmpty else { return [] }
    switch screens.last {
    case .pager(var pager):
      pager.query = text
      screens[screens.count - 1] = .pager(pager)
      return findInPager(1, includingCurrent: true)
    case .table(var table):
      table.query = text
      screens[screens.count - 1] = .table(table)
      return findInTable(1)
    case .attributes(var attributes):
      attributes.query = text
      screens[screens.count - 1] = .attributes(attributes)
      return findInAttributes(1, includingCurrent: true)
    default:
      cells.query = text
      return findInCells(1, includingSelected: true)
    }
  }
}
