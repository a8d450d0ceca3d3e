internal import Canvas

/// Runs an application on a terminal, on the calling thread, until it wants to quit.
///
/// It sleeps until a key or a message comes, without end and without cost; it draws at once after
/// a key and otherwise at most every 16 ms.
package struct EventLoop<App: Application> {
  /// Between two frames that no key asked for, in milliseconds.
  package static var frameTime: Int { 16 }

  private let console: any Console
  private let mailbox: Mailbox<App.Message>
  private var decoder = KeyDecoder()
  private var isDirty = true
  private var isUrgent = true
  private var lastFrame = Int.min / 2
  /// When a lone escape byte becomes a key.
  private var escapeDeadline: Int?
  private var hasEnded = false

  package init(_ console: any Console, _ mailbox: Mailbox<App.Message>) {
    self.console = console
    self.mailbox = mailbox
  }

  package mutating func run(_ app: inout App) {
    while !app.wantsToQuit, !hasEnded {
      let now = console.now()
      if isDirty, isUrgent || now - lastFrame >= Self.frameTime {
        console.show(app.draw(in: console.size, console.rendering))
        isDirty = false
        isUrgent = false
        lastFrame = console.now()
      }
      let ready = console.wait(milliseconds: waitingTime(console.now()))
      if ready.contains(.wake) { takeMessages(&app) }
      if ready.contains(.input) { takeInput(&app) }
      if ready.contains(.gone) { end(.hungUp, &app) }
      if let deadline = escapeDeadline, !ready.contains(.input), console.now() >= deadline {
        escapeDeadline = nil
        handle(decoder.timeout(), &app)
      }
      perform(&app)
    }
  }

  /// Until the next frame or the end of a lone escape byte's wait; -1 when there is neither.
  private func waitingTime(_ now: Int) -> Int {
    let frame = isDirty ? max(0, lastFrame + Self.frameTime - now) : nil
    let escape = escapeDeadline.map { max(0, $0 - now) }
    return [frame, escape].compactMap { $0 }.min() ?? -1
  }

  private mutating func takeMessages(_ app: inout App) {
    // The pipe first: a message posted between the two calls wakes again.
    let signals = console.drain()
    let (messages, progress) = mailbox.take()
    // Progress first: word that the work has ended is a message, and must not be overtaken by it.
    if let progress { app.handle(progress) }
    for message in messages { app.handle(message) }
    if !messages.isEmpty || progress != nil { isDirty = true }
    if signals.contains(.resized), console.updateSize() {
      isDirty = true
      isUrgent = true
    }
    if signals.contains(.interrupt) {
      app.handle(.interrupted)
      isDirty = true
    }
    if signals.contains(.terminate) { end(.terminated, &app) }
    if signals.contains(.hangUp) { end(.hungUp, &app) }
    if signals.contains(.stop) {
      suspend(&app)
    } else if signals.contains(.continued) {
      console.repaint()
      isDirty = true
    }
  }

  private mutating func takeInput(_ app: inout App) {
    guard let bytes = console.read() else {
      end(.hungUp, &app)
      return
    }
    handle(decoder.feed(bytes), &app)
    escapeDeadline = decoder.isWaiting ? console.now() + KeyDecoder.escapeDelay : nil
  }

  private mutating func handle(_ inputs: [Input], _ app: inout App) {
    for input in inputs where !app.wantsToQuit {
      if input == .key(.control("z")) {
        suspend(&app)
        continue
      }
      app.handle(input)
      // In order with the keys: those after an editor was opened go to what it left.
      perform(&app)
      isDirty = true
      isUrgent = true
    }
  }

  private mutating func perform(_ app: inout App) {
    for request in app.takeRequests() {
      switch request {
      case .copy(let text): console.copy(text)
      case .edit(let file):
        app.handle(.edited(file: file, succeeded: console.edit(file: file)))
      case .suspend: suspend(&app)
      case .repaint: console.repaint()
      }
      isDirty = true
      isUrgent = true
    }
  }

  private mutating func suspend(_ app: inout App) {
    console.suspend()
    app.handle(.resumed)
    isDirty = true
    isUrgent = true
  }

  private mutating func end(_ notice: ScreenNotice, _ app: inout App) {
    if hasEnded { return }
    hasEnded = true
    app.handle(notice)
  }
}
