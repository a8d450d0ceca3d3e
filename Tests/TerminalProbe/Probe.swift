import Canvas
import Diagnostics
import Glibc
import Synchronization
import Terminal

/// A small program for the tests of the terminal layer: it shows what it is told and ends in
/// every way a program can end.
@main
struct Probe {
  static func main() {
    do throws(Diagnostic) {
      let screen = try Screen()
      let mailbox = Mailbox<Int>()
      var app = ProbeApplication(mailbox: mailbox)
      var loop = EventLoop<ProbeApplication>(screen, mailbox)
      loop.run(&app)
      screen.close()
      print("ended by \(app.reason)")
    } catch {
      print(error.message)
      exit(2)
    }
  }
}

struct ProbeApplication: Application {
  typealias Message = Int

  let mailbox: Mailbox<Int>
  private(set) var reason = ""
  private var last = ""
  private var count = 0
  private var progress = ""
  private var requests: [ScreenRequest] = []

  init(mailbox: Mailbox<Int>) { self.mailbox = mailbox }

  var wantsToQuit: Bool { !reason.isEmpty }

  mutating func takeRequests() -> [ScreenRequest] {
    defer { requests = [] }
    return requests
  }

  mutating func handle(_ message: Int) { count += message }

  mutating func handle(_ progress: Progress) { self.progress = progress.activity }

  mutating func handle(_ notice: ScreenNotice) {
    switch notice {
    case .terminated, .hungUp: reason = "\(notice)"
    case .edited(_, let succeeded): last = "edited \(succeeded)"
    case .resumed: last = "resumed"
    case .interrupted: last = "interrupted"
    }
  }

  mutating func handle(_ input: Input) {
    switch input {
    case .key(let key):
      last = key.description
      act(on: key)
    case .mouse(let event):
      let isPress = event.action == .press(.left)
      last = "\(isPress ? "press" : "other") \(event.point.x),\(event.point.y)"
    case .paste(let text): last = "paste \(text.count): \(text)"
    case .focus: break
    }
  }

  private mutating func act(on key: Key) {
    switch key {
    case .control("q"): reason = "quit"
    case .alt("t"):
      let empty = [Int](repeating: 0, count: count)
      last = "\(empty[count + 1])"
    case .alt("f"): fatalError("the probe's last words")
    case .alt("a"): abort()
    case .alt("x"): exit(3)
    case .alt("s"):
      var trail = [count]
      dive(&trail)
      last = "\(trail.count)"
    case .alt("S"): overflowElsewhere()
    case .alt("c"): requests = [.copy("héllo")]
    case .alt("e"): requests = [.edit(file: "it's.txt")]
    case .alt("w"): work()
    case .alt("m"): errorLine("a warning from below\n")
    default: break
    }
  }

  /// Overflows the stack.
  private func dive(_ trail: inout [Int]) {
    var deeper = Array(trail.suffix(3)) + [trail.count]
    if trail != [-1] { dive(&deeper) }
    trail += deeper
  }

  private func overflowElsewhere() {
    let box = mailbox
    start {
      guardThreadAgainstOverflow()
      var trail = [1]
      ProbeApplication(mailbox: box).dive(&trail)
      box.post(trail.count)
    }
  }

  /// Two threads that post without pause.
  private func work() {
    let box = mailbox
    for worker in 0..<2 {
      start {
        for step in 1...20_000 {
          box.post(1)
          box.post(Progress("worker \(worker) step \(step)", done: step, of: nil))
        }
      }
    }
  }

  private func errorLine(_ text: String) {
    // The bytes live as long as the call.
    unsafe text.utf8CString.withUnsafeBufferPointer {
      _ = unsafe Glibc.write(STDERR_FILENO, $0.baseAddress, text.utf8.count)
    }
  }

  mutating func draw(in size: Size, _ rendering: Rendering) -> Screenful {
    var grid = Grid(size)
    grid.box(grid.bounds, title: "probe \(size.width)×\(size.height)")
    grid.put("last: \(last)", at: Point(2, 1), maximumWidth: size.width - 4)
    grid.put("count: \(count)", at: Point(2, 2), style: .error)
    grid.put("progress: \(progress)", at: Point(2, 3), style: .muted)
    grid.put("日本 ⣿ e\u{301}", at: Point(2, 4), style: .series(1))
    grid.put("selected", at: Point(2, 5), style: .selection)
    return Screenful(grid, cursor: Point(8, 1))
  }
}

private func start(_ body: @escaping @Sendable () -> Void) {
  let work = unsafe Unmanaged.passRetained(Work(body))
  var thread = pthread_t()
  // The thread takes over the reference made above.
  _ = unsafe pthread_create(
    &thread,
    nil,
    { argument in
      guard let argument = unsafe argument else { return nil }
      unsafe Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body()
      return nil
    },
    unsafe work.toOpaque()
  )
}

private final class Work: Sendable {
  let body: @Sendable () -> Void

  init(_ body: @escaping @Sendable () -> Void) { self.body = body }
}
