import Canvas
import Diagnostics
import Terminal
import Testing

struct EventLoopTests {
  /// Notes what it is told, quits on `q`, asks for things by other letters.
  private struct Recorder: Application {
    typealias Message = Int

    var notes: [String] = []
    var requests: [ScreenRequest] = []
    var wantsToQuit = false

    mutating func handle(_ input: Input) {
      switch input {
      case .key(.character("q")): wantsToQuit = true
      case .key(.character("c")): requests = [.copy("x"), .repaint]
      case .key(.character("e")): requests = [.edit(file: "f")]
      case .key(.character("s")): requests = [.suspend]
      default: break
      }
      if case .key(let key) = input { notes.append(key.description) }
      if case .paste(let text) = input { notes.append("paste \(text)") }
    }
    mutating func handle(_ message: Int) { notes.append("message \(message)") }
    mutating func handle(_ progress: Progress) { notes.append("at \(progress.done)") }
    mutating func handle(_ notice: ScreenNotice) { notes.append("\(notice)") }
    mutating func takeRequests() -> [ScreenRequest] {
      defer { requests = [] }
      return requests
    }
    mutating func draw(in size: Size, _ rendering: Rendering) -> Screenful {
      var grid = Grid(size)
      grid.put(notes.last ?? "start", at: .zero)
      return Screenful(grid)
    }
  }

  private func run(
    _ console: FakeConsole,
    _ mailbox: Mailbox<Int> = Mailbox {}
  ) -> [String] {
    var app = Recorder()
    var loop = EventLoop<Recorder>(console, mailbox)
    loop.run(&app)
    return app.notes
  }

  @Test func `it draws first, then waits without end`() {
    let console = FakeConsole([.bytes("q")])
    #expect(run(console) == ["q"])
    #expect(console.waits == [-1])
    #expect(console.frames.map(\.grid.description) == ["start\n"])
  }

  @Test func `a key is answered by a frame at once`() {
    let console = FakeConsole([.bytes("a"), .bytes("b"), .bytes("q")])
    _ = run(console)
    #expect(console.frameTimes == [0, 1, 2])
  }

  @Test func `messages alone are drawn at most every 16 ms`() {
    let mailbox = Mailbox<Int> {}
    let console = FakeConsole(Array(repeating: .wake([]), count: 40) + [.bytes("q")])
    console.beforeWait = { mailbox.post($0) }
    #expect(run(console, mailbox).count == 41)
    #expect(console.frameTimes == [0, 16, 32])
    #expect(console.waits[1] == 15)
  }

  @Test func `progress that was overtaken is never handled`() {
    let mailbox = Mailbox<Int> {}
    let console = FakeConsole([.wake([]), .bytes("q")])
    console.beforeWait = { wait in
      guard wait == 0 else { return }
      for done in 1...5 { mailbox.post(Progress("", done: done, of: 5)) }
    }
    #expect(run(console, mailbox) == ["at 5", "q"])
  }

  @Test func `a lone escape byte is a key after a moment`() {
    let console = FakeConsole([
      .bytes("\u{1B}"), .timeout, .bytes("\u{1B}"), .bytes("[A"), .bytes("q"),
    ])
    #expect(run(console) == ["Esc", "Up", "q"])
    #expect(console.waits == [-1, 25, -1, 25, -1])
  }

  @Test func `it ends when the terminal goes away`() {
    #expect(run(FakeConsole([])) == ["hungUp"])
    #expect(run(FakeConsole([.end])) == ["hungUp"])
    #expect(run(FakeConsole([.wake(.hangUp)])) == ["hungUp"])
    #expect(run(FakeConsole([.wake([.terminate, .hangUp])])) == ["terminated"])
  }

  @Test func `a new size is drawn at once`() {
    let console = FakeConsole([.wake(.resized), .bytes("q")])
    console.newSize = Size(33, 4)
    _ = run(console)
    #expect(console.frames.map(\.grid.size) == [Size(20, 2), Size(33, 4)])
  }

  @Test func `what the application asks for is done in its place`() {
    let console = FakeConsole([
      .bytes("ce"), .bytes("s"), .bytes("\u{1A}"), .wake(.stop), .bytes("q"),
    ])
    let notes = run(console)
    #expect(
      notes == [
        "c", "e", "edited(file: \"f\", succeeded: true)", "s", "resumed", "resumed", "resumed", "q",
      ]
    )
    #expect(
      console.log == ["copy x", "repaint", "edit f", "suspend", "suspend", "drain", "suspend"]
    )
  }

  @Test func `keys after the one that quits are not handled`() {
    #expect(run(FakeConsole([.bytes("qabc")])) == ["q"])
  }

  @Test func `going on after an outside stop draws everything anew`() {
    let console = FakeConsole([.wake(.continued), .timeout, .bytes("q")])
    _ = run(console)
    #expect(console.log == ["drain", "repaint"])
    #expect(console.frames.count == 2)
  }

  @Test func `an interrupt from outside is told`() {
    #expect(run(FakeConsole([.wake(.interrupt), .bytes("q")])) == ["interrupted", "q"])
  }
}
