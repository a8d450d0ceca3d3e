package import Canvas
package import Diagnostics
package import Workbench

/// The notebook in the event loop: its effects go to the session's thread or to the terminal.
package struct NotebookApplication: Application {
  package typealias Message = Event

  private var state: NotebookState
  private let runner: SessionRunner
  private var requests: [ScreenRequest] = []
  private var runStart: Int?
  package private(set) var wantsToQuit = false

  package init(_ state: NotebookState, runner: SessionRunner) {
    self.state = state
    self.runner = runner
  }

  package mutating func handle(_ input: Input) { update(.input(input)) }

  package mutating func handle(_ message: Event) {
    if case .progress(nil, _) = message { runStart = nil }
    update(message)
  }

  package mutating func handle(_ progress: Progress) {
    let now = MonotonicClock.milliseconds()
    let start = runStart ?? now
    runStart = start
    update(.progress(progress, elapsedSeconds: Double(now - start) / 1000))
  }

  package mutating func handle(_ notice: ScreenNotice) {
    switch notice {
    case .interrupted: update(.input(.key(.control("c"))))
    case .terminated, .hungUp:
      runner.saveNow()
      wantsToQuit = true
    case .edited(let file, let succeeded):
      if succeeded, let text = TemporaryText.take(file) { update(.edited(text)) }
    case .resumed: break
    }
  }

  package mutating func takeRequests() -> [ScreenRequest] {
    defer { requests.removeAll() }
    return requests
  }

  package mutating func draw(in size: Size, _ rendering: Rendering) -> Screenful {
    if size != state.size { update(.resized(size)) }
    return state.draw(in: size, rendering: rendering)
  }

  private mutating func update(_ event: Event) {
    for effect in state.update(event) {
      switch effect {
      case .copy(let text): requests.append(.copy(text))
      case .openEditor(let text):
        if let file = TemporaryText.put(text) {
          requests.append(.edit(file: file))
        } else {
          update(.notice("no temporary file could be written", isError: true))
        }
      case .repaint: requests.append(.repaint)
      case .suspend: requests.append(.suspend)
      case .quit: wantsToQuit = true
      default: runner.perform(effect)
      }
    }
  }
}
