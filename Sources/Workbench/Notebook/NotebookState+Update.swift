import Display
import Canvas
import Diagnostics
import Language

extension NotebookState {
  /// Takes an event and says what is to be done about it.
  package mutating func update(_ event: Event) -> [Effect] {
    let effects = respond(to: event)
    awaitedLooks += effects.count { if case .look = $0 { true } else { false } }
    return effects
  }

  private mutating func respond(to event: Event) -> [Effect] {
    switch event {
    case .input(let input): return take(input)
    case .resized(let size):
      self.size = size
      return resized()
    case .snapshot(let snapshot): return take(snapshot)
    case .progress(let progress, let elapsed): take(progress, elapsed)
    case .preview(let outcome): show(outcome)
    case .runsLong: runsLong = isRunning
    case .notice(let text, let isError):
      // What could not be saved is not left.
      if isError { quitsWhenSaved = false }
      say(text, isError: isError)
    case .table(let content, let use): return open(content, as: use)
    case .look(let line, let result):
      awaitedLooks = max(0, awaitedLooks - 1)
      if !isRunning { endRun() }
      take(line, result)
    case .computed(let answer): return take(answer)
    case .listed(let folder, let entries):
      folders[folder] = entries
      if commandLine.awaitsFolder == folder {
        commandLine.awaitsFolder = nil
        return complete()
      }
    case .saved(let path):
      say("saved \(path)")
      if quitsWhenSaved { return [.quit] }
    case .refusedEdit(let cell, let source, let fault):
      say(fault.message + (fault.hint.map { "  try: \($0)" } ?? ""), isError: true)
      // What was typed is there to be mended, unless something else is being typed already.
      if context == .commandLine, commandLine.text.isEmpty, fault.kind != .cancelled {
        commandLine.take(source, purpose: .edit(cell: cell))
      }
    case .edited(let text):
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      commandLine.editor.text = lines.last?.isEmpty == true ? String(text.dropLast()) : text
      isInCells = false
    }
    return []
  }

  // MARK: What the interpreter says

  private mutating func take(_ snapshot: Snapshot) -> [Effect] {
    cells.follow(self.snapshot.cells, snapshot.cells)
    self.snapshot = snapshot
    folders = [:]
    if case .edit(let id) = commandLine.purpose, !snapshot.cells.contains(where: { $0.id == id }) {
      commandLine.purpose = .append
    }
    if let request = snapshot.consentRequest, request.number > askedConsent, question == nil {
      askedConsent = request.number
      question = .runCommand(request)
    }
    guard !isRunning else { return [] }
    endRun()
    return tablePlace == nil || snapshot.status.dataset == nil ? [] : [.openTable(.table)]
  }

  /// Under the line that runs.
  private mutating func show(_ preview: Outcome) {
    let running = snapshot.cells.firstIndex { if case .running = $0.state { true } else { false } }
    guard let running else { return }
    var cells = snapshot.cells
    cells[running].preview = preview
    self.cells.follow(snapshot.cells, cells)
    snapshot.cells = cells
    runsLong = true
  }

  /// The table among the open screens.
  private var tablePlace: Int? {
    screens.lastIndex { if case .table = $0 { true } else { false } }
  }

  private mutating func endRun() {
    hasCancelled = false
    meter = nil
    runsLong = false
    if notice?.isOfRun == true { notice = nil }
  }

  private mutating func take(_ progress: Progress?, _ elapsed: Double) {
    // The last report of a line can come after the line's end.
    guard let progress, isRunning else { return endRun() }
    if elapsed >= ProgressMeter.patience { runsLong = true }
    if meter == nil {
      meter = ProgressMeter(progress, elapsedSeconds: elapsed)
    } else {
      meter?.advance(to: progress, elapsedSeconds: elapsed)
    }
  }

  private mutating func open(_ content: TableContent, as use: TableContent.Use) -> [Effect] {
    if use == .table, let place = tablePlace, case .table(var table) = screens[place] {
      let work = table.take(content, viewSize)
      screens[place] = .table(table)
      return work.map { [.compute($0)] } ?? []
    }
    closeScreens()
    switch use {
    case .table:
      screens.append(.table(TableScreen(content)))
      return []
    case .attributes:
      screens.append(.attributes(AttributesScreen(content)))
      return summarise()
    }
  }

  private mutating func take(_ line: String, _ result: Result<Outcome, Diagnostic>) {
    switch result {
    case .failure(let fault):
      say("\(line): \(fault.message)", isError: true)
    case .success(let outcome):
      guard let measurement = outcome.measurement else {
        say("\(line): nothing to show")
        return
      }
      let content = Pager.Content.scene(measurement.scene, warnings: outcome.warnings)
      screens.append(.pager(Pager(title: line, content, keepable: line)))
    }
  }

  private mutating func take(_ answer: TableWork.Answer) -> [Effect] {
    let size = viewSize
    for place in screens.indices {
      switch screens[place] {
      case .table(var table):
        if !table.take(answer, size) { say("'\(table.query)' is in no cell of the view") }
        screens[place] = .table(table)
      case .attributes(var attributes):
        attributes.take(answer)
        screens[place] = .attributes(attributes)
      default: break
      }
    }
    return summarise()
  }

  /// The columns of the attributes screen that are in view and haven't been looked at.
  mutating func summarise() -> [Effect] {
    let size = viewSize
    guard let place = screens.lastIndex(where: \.coversView),
      case .attributes(var attributes) = screens[place]
    else { return [] }
    let work = attributes.nextWork(size)
    screens[place] = .attributes(attributes)
    return work.map { [.compute($0)] } ?? []
  }

  private mutating func resized() -> [Effect] {
    guard size.width >= Self.leastSize.width, size.height >= Self.leastSize.height else {
      return []
    }
    perform { table, size in table.move(size) }
    perform { (pager: inout Pager, size, rendering) in pager.scroll(size, rendering) }
    if isInCells { cells.reveal(pictures(in: viewSize)) }
    return summarise()
  }

  // MARK: Input

  private mutating func take(_ input: Input) -> [Effect] {
    switch input {
    case .key(let key): return press(key)
    case .mouse(let event): return question == nil ? take(event) : []
    case .paste(let text): return paste(text)
    case .focus: return []
    }
  }

  private mutating func press(_ key: Key) -> [Effect] {
    notice = nil
    if let question {
      guard let answer = question.answer(to: key) else { return [] }
      self.question = nil
      return take(answer)
    }
    // What is on the screen while a table loads is what Esc keeps.
    if key == .escape, isPreviewing, pendingKeys.isEmpty, screens.isEmpty,
      !commandLine.isMenuOpen
    {
      sayOfRun("keeping the rows read so far…")
      return [.keepRead]
    }
    let context = context
    let keys = pendingKeys + [key]
    pendingKeys = []
    switch KeyTable.match(keys, in: context) {
    case .action(let action):
      let effects = perform(action)
      if runsLong, notice == nil, effects.contains(where: \.waitsForTheRunningLine) {
        sayOfRun("that waits for the running line (Ctrl-C stops it)")
      }
      return effects
    case .prefix:
      pendingKeys = keys
      return []
    case .none:
      // What began no sequence is a key of its own; Esc only ends the sequence.
      if keys.count > 1 { return key == .escape ? [] : press(key) }
    }
    if context.takesText, let character = key.text { return type(String(character)) }
    return []
  }

  private mutating func take(_ answer: Question.Answer) -> [Effect] {
    switch answer {
    case .stay: return []
    case .quit: return [.quit]
    case .saveAndQuit: return save(thenQuit: true)
    case .runStale(let cell): return [.resolveStale(cell: cell)]
    case .allowCommands(let cell): return [.allowCommands(cell: cell)]
    case .submit(let lines):
      commandLine.clear()
      for line in lines { commandLine.history.append(line) }
      cells.followEnd()
      return [.submit(lines)]
    }
  }

  private mutating func paste(_ text: String) -> [Effect] {
    notice = nil
    pendingKeys = []
    guard question == nil else { return [] }
    if context != .commandLine {
      if context.takesText { return type(text.replacing("\n", with: " ")) }
      closeScreens()
      isInCells = false
    }
    let lines = Script(text).lines.map(\.source).filter { Script.Content($0) != .blank }
    guard lines.count > 1 else { return type(lines.first ?? "") }
    question = .paste(lines)
    return []
  }

  /// Text for whatever takes it now.
  private mutating func type(_ text: String) -> [Effect] {
    switch screens.last {
    case .list(var list):
      list.insert(text)
      screens[screens.count - 1] = .list(list)
    case .prompt(var prompt):
      prompt.editor.insert(text)
      screens[screens.count - 1] = .prompt(prompt)
    default:
      // No line begins with these: they mean here what they mean elsewhere.
      if commandLine.text.isEmpty, text == "?" { return perform(.help) }
      if commandLine.text.isEmpty, text == ":" { return [] }
      commandLine.insert(text, completer)
    }
    return []
  }
}
