import Canvas
import Diagnostics
import Language

extension NotebookState {
  mutating func performInCommandLine(_ action: KeyAction) -> [Effect] {
    switch action {
    case .submit: return submit()
    case .newline: commandLine.insert(" \\\n", completer)
    case .complete:
      guard commandLine.isMenuOpen else {
        return complete()
      }
      commandLine.choose(by: 1)
    case .completeBack: commandLine.choose(by: -1)
    case .historyUp:
      if commandLine.isMenuOpen { commandLine.choose(by: -1) } else { commandLine.leafUp() }
    case .historyDown:
      if commandLine.isMenuOpen { commandLine.choose(by: 1) } else { commandLine.leafDown() }
    case .historySearch: commandLine.searchHistory()
    case .back: leaveCommandLine()
    case .pageUp: scrollCells(-1)
    case .pageDown: scrollCells(1)
    case .killToStart where commandLine.text.isEmpty: scrollCells(-0.5)
    case .deleteForward where commandLine.text.isEmpty: scrollCells(0.5)
    case .openEditor: return [.openEditor(commandLine.text)]
    default: _ = commandLine.perform(action, completer)
    }
    return []
  }

  /// By so many views.
  private mutating func scrollCells(_ share: Double) {
    let size = viewSize
    let rows = Int(Double(max(1, size.height - 1)) * share)
    cells.scroll(by: rows == 0 ? (share < 0 ? -1 : 1) : rows, pictures(in: size))
  }

  /// One level back: the menu, then the edit, then to the cells.
  private mutating func leaveCommandLine() {
    if commandLine.isMenuOpen {
      commandLine.closeMenu()
    } else if commandLine.purpose != .append {
      commandLine.keepDraft()
      commandLine.clear()
      isInCells = true
    } else if snapshot.cells.isEmpty {
      say("no lines yet; : or i type, q leaves")
      isInCells = true
    } else {
      isInCells = true
      cells.select(cells.selected, pictures(in: viewSize))
    }
  }

  mutating func complete() -> [Effect] {
    if commandLine.text.isEmpty, let last = snapshot.cells.last, case .failed = last.state,
      mend(last)
    {
      return []
    }
    return commandLine.complete(completer).map { [.list(folder: $0)] } ?? []
  }

  // MARK: Running

  private mutating func submit() -> [Effect] {
    if commandLine.acceptChosen() { return [] }
    commandLine.closeMenu()
    let text = Self.trimmed(commandLine.text)
    guard !text.isEmpty else {
      commandLine.clear()
      cells.followEnd()
      return []
    }
    // A line that ends in a backslash goes on.
    if text.hasSuffix("\\"), Script.Content(text) == .call {
      commandLine.insert("\n", completer)
      return []
    }
    commandLine.history.append(text)
    if case .edit(let id) = commandLine.purpose {
      commandLine.clear()
      if let postponed, postponed.cell == id { commandLine.take(postponed.source) }
      postponed = nil
      return [.edit(cell: id, text)]
    }
    if let word = WorkbenchWord(line: text, verbs: Set(vocabulary.signatures.keys)) {
      commandLine.clear()
      return perform(word, WorkbenchWord.rest(of: text))
    }
    commandLine.clear()
    cells.followEnd()
    return [.submit([text])]
  }

  private static func trimmed(_ text: String) -> String {
    let start = text.drop { $0 == " " || $0 == "\t" }
    return String(start.reversed().drop { $0 == " " || $0 == "\t" || $0.isNewline }.reversed())
  }

  private mutating func perform(_ word: WorkbenchWord, _ rest: String) -> [Effect] {
    switch word {
    case .help:
      openHelp(query: rest)
      return []
    case .save, .write, .w:
      if rest.isEmpty { return save(thenQuit: false) }
      return [.save(path: rest.hasSuffix(".assay") ? rest : rest + ".assay")]
    case .quit, .exit, .q: return perform(.quit)
    case .undo: return perform(.undo)
    case .redo: return perform(.redo)
    case .table: return perform(.table)
    case .attributes: return perform(.attributes)
    }
  }

  // MARK: Mending

  /// Puts a failed line into the command line with the suggestion in its place; false when there
  /// is none.
  mutating func mend(_ cell: Snapshot.Cell) -> Bool {
    guard case .failed(let fault) = cell.state, let hint = fault.hint else { return false }
    closeScreens()
    isInCells = false
    let line = mended(cell.source, fault, hint)
    commandLine.take(line, purpose: .edit(cell: cell.id))
    // Another verb's line is to come first: then the line itself is due again.
    let isOther =
      LineLexer.tokens(of: line).first?.text != LineLexer.tokens(of: cell.source).first?.text
    let isNext = isOther && cell.id == snapshot.cells.last?.id && fault.span?.start != 0
    postponed = isNext ? (cell.id, cell.source) : nil
    return true
  }

  /// A hint is a whole line, or what should stand where the fault is.
  private func mended(_ source: String, _ fault: Diagnostic, _ hint: String) -> String {
    let first = hint.split(separator: " ").first.map(String.init) ?? ""
    let isVerbFault = fault.span?.start == 0
    let isLine = vocabulary.signatures[first] != nil && !isVerbFault
    guard !isLine, let span = fault.span else { return isLine ? hint : source }
    var editor = LineEditor(source)
    editor.replace(span, with: hint)
    return editor.text
  }
}
